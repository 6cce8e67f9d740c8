/// Labels of upright lines, in rows above a plot so that none covers another.
struct TopLabels {
  private struct Item {
    let text: String
    let line: Double
    let start: Double
    let row: Int
  }

  private static let rowHeight = 17.0
  private let items: [Item]

  /// The height that the rows take.
  var height: Double { Double((items.map(\.row).max() ?? -1) + 1) * Self.rowHeight }

  /// Gives each label the first row with room, from left to right in the order given.
  init(_ labels: [(text: String, x: Double)], within limits: ClosedRange<Double>) {
    var ends: [Double] = []
    var items: [Item] = []
    for label in labels {
      let text = TextMeasure.fit(
        label.text, width: limits.upperBound - limits.lowerBound, size: 12)
      let width = TextMeasure.width(text, size: 12)
      let start = max(limits.lowerBound, min(label.x + 5, limits.upperBound - width))
      let row = ends.firstIndex { $0 + 12 < start } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = start + width
      items.append(Item(text: text, line: label.x, start: start, row: row))
    }
    self.items = items
  }

  /// Draws the lines down to the foot of the plot, then the labels over them.
  func draw(top: Double, foot: Double, on sheet: inout FigureSheet) {
    for item in items {
      let start = top + Double(item.row) * Self.rowHeight + 1
      sheet.line(.init(item.line, start), .init(item.line, foot), "a d")
    }
    for item in items {
      sheet.text(
        item.text, x: item.start, y: top + Double(item.row) * Self.rowHeight + 11, "sm h")
    }
  }
}
