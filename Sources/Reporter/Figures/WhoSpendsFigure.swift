/// Who spends the public money of a place: one bar split by body, and each body's pounds and pence.
public struct WhoSpendsFigure: Figure {
  /// One body.
  public struct Body: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What it spent, in exact pence; nil where nothing is published.
    public let pence: Int?
    /// What stands in place of a sum: `[x]`.
    public let mark: String

    /// Makes a body.
    public init(_ name: String, pence: Int?, mark: String = "") {
      self.name = name
      self.pence = pence
      self.mark = mark
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The bodies, in the order drawn.
  public let bodies: [Body]

  /// Makes a figure.
  ///
  /// Where a body has no sum, the bar shows what is known and no pence in the pound are given: they would
  /// be shares of a total that is not one.
  public init(caption: FigureCaption, bodies: [Body]) {
    self.caption = caption
    self.bodies = bodies
  }

  /// The values in words.
  public var altText: String {
    let parts = zip(bodies, rows).map { body, row in
      "\(body.name): \(row.sum)\(row.share.isEmpty ? "" : ", \(row.share) of each £1")"
    }
    return "Bar split by body. " + parts.joined(separator: ". ") + (parts.isEmpty ? "" : ".")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    guard bodies.contains(where: { ($0.pence ?? 0) > 0 }) else {
      sheet.empty(height: 100)
      return sheet.document(alt: altText)
    }
    WhoSpendsPlot(self).draw(on: &sheet)
    let isPartial = bodies.contains { $0.pence == nil }
    return sheet.document(
      alt: altText,
      extraNotes: isPartial
        ? ["The bar shows only the sums that are published, so no shares of each £1 are given."]
        : [])
  }

  /// The texts of each body's row.
  var rows: [(sum: String, share: String)] {
    let sums = bodies.map(\.pence)
    // One precision for the whole column, so that its sums can be compared and added by eye.
    let largest = sums.compactMap { $0 }.map(\.magnitude).max() ?? 0
    let precision = Precision.money(pence: Int(clamping: largest))
    let column = precision.magnitude == .billions ? Precision.millions(decimals: 0) : precision
    let shares = sums.contains(nil) ? nil : NumberText.shares(of: sums.compactMap { $0 })
    return sums.enumerated().map { index, pence in
      guard let pence else {
        return (bodies[index].mark.isEmpty ? "none published" : bodies[index].mark, "")
      }
      let inColumn = Rounded.money(pence: pence, to: column)
      // A sum too small for the column is not published as nought.
      let isLost = pence != 0 && inColumn?.isZero == true
      let sum = (isLost ? Rounded.money(pence: pence) : inColumn)?.text ?? ""
      return (sum, shares.map { Rounded.pence($0[index]).text } ?? "")
    }
  }
}
