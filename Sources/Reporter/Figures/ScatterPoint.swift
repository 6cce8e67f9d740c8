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
  /// Draws points, the highlighted ones last, large and named with their value.
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
    for point in points where point.isHighlighted {
      let width = (x.end - x.start) * 0.7
      let value = " " + format.label(point.y)
      let name = TextMeasure.fit(point.name, width: width, size: 13, isBold: true)
      let spot = room.place(
        name + value, beside: .init(x(point.x), y(point.y)), clear: 10,
        sides: [.right, .left, .above, .below])
      sheet.text(name + value, x: spot.x, y: spot.baseline, "b t1 h")
    }
  }
}
