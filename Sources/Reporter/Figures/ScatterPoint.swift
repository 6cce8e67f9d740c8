/// One place in a plot of one quantity against another.
public struct ScatterPoint: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Where it stands along the foot.
  public let x: Double
  /// Where it stands up the side.
  public let y: Double
  /// True for a place that is named in the figure.
  public let isHighlighted: Bool
  /// True for a place that differs from the rest by more than chance.
  public let isOutlier: Bool

  /// Makes a point.
  public init(
    _ name: String, x: Double, y: Double, isHighlighted: Bool = false, isOutlier: Bool = false
  ) {
    self.name = name
    self.x = x
    self.y = y
    self.isHighlighted = isHighlighted
    self.isOutlier = isOutlier
  }

  /// True where it can be drawn.
  var isDrawable: Bool { x.drawable != nil && y.drawable != nil }
}

extension PlotFrame {
  /// Draws points, the highlighted ones last, large and named with their value; outliers among few too.
  ///
  /// - Parameters:
  ///   - points: all points.
  ///   - format: how the values up the side are written.
  ///   - lines: what labels should keep off.
  ///   - sheet: the page.
  func draw(
    _ points: [ScatterPoint], format: FigureFormat, avoiding lines: [[SVGPath.Point]],
    on sheet: inout FigureSheet
  ) {
    var common = SVGPath()
    var outliers = SVGPath()
    var highlighted = SVGPath()
    var room = LabelRoom(bounds: area)
    for line in lines { room.avoid(line: line) }
    for point in points {
      let place = SVGPath.Point(x(point.x), y(point.y))
      room.avoid(line: [place])
      if point.isHighlighted {
        Marker.diamond.add(to: &highlighted, at: place, radius: 6)
        room.avoid(
          box: .init(
            left: place.x - 7, top: place.y - 7, right: place.x + 7, bottom: place.y + 7))
      } else if point.isOutlier {
        Marker.square.add(to: &outliers, at: place, radius: 4)
      } else {
        Marker.circle.add(to: &common, at: place, radius: 3.5)
      }
    }
    sheet.path(common, Palette.Ink.grey.hollow + " q")
    sheet.path(outliers, Palette.Ink.orange.fill)
    sheet.path(highlighted, Palette.Ink.blue.fill)
    // Among few points those outside the limits are named as well.
    let namesOutliers = points.count <= 12
    for point in points where point.isHighlighted || namesOutliers && point.isOutlier {
      name(point, format: format, in: &room, on: &sheet)
    }
  }

  /// Writes a point's name and value beside it.
  private func name(
    _ point: ScatterPoint, format: FigureFormat, in room: inout LabelRoom,
    on sheet: inout FigureSheet
  ) {
    let width = (x.end - x.start) * 0.7
    let label =
      TextMeasure.fit(point.name, width: width, size: 13, isBold: true) + " "
      + format.label(point.y)
    let place = SVGPath.Point(x(point.x), y(point.y))
    let spot = room.place(label, beside: place, distances: [10, 20, 32, 46])
    // A clear ground: a dot under a number would be read as part of it.
    sheet.rectangle(
      x: spot.box.left - 2, y: spot.box.top, width: spot.box.right - spot.box.left + 4,
      height: spot.box.bottom - spot.box.top, "bg o5")
    if spot.needsLead {
      let end = SVGPath.Point(
        max(spot.box.left, min(place.x, spot.box.right)),
        place.y < spot.box.top ? spot.box.top : min(place.y, spot.box.bottom))
      sheet.line(place, end, point.isHighlighted ? "s1" : "s2")
    }
    sheet.text(label, x: spot.x, y: spot.baseline, point.isHighlighted ? "b t1 h" : "t2 h")
  }
}
