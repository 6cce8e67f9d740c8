import Evidence

extension ImportOptions {
  /// The scale that a word names: `pounds`, `thousands`, `millions`.
  public static func scale(named word: String) -> Money.Scale? {
    switch word {
    case "pounds", "£": .pounds
    case "thousands", "£000", "thousand": .thousands
    case "millions", "£m", "million": .millions
    default: nil
    }
  }

  /// The word for a scale.
  public static func name(of scale: Money.Scale) -> String {
    switch scale {
    case .pounds: "pounds"
    case .thousands: "thousands"
    case .millions: "millions"
    }
  }

  private static let years = 1900...2100

  /// The period that a text names: ISO 8601, `2024-25`, `2024` or `mid-2024`.
  public static func period(named text: String) -> Period? {
    if let period = Period(iso: text) ?? Period(financialYear: text) { return period }
    if text.hasPrefix("mid-"), let year = Int(text.dropFirst(4)), years.contains(year) {
      return .midYear(year)
    }
    return Int(text).flatMap { years.contains($0) ? .calendarYear($0) : nil }
  }

  /// The options as one line of text, `period=2024-04-01/P1Y units=thousands`, in fixed order.
  ///
  /// Two imports of the same bytes are the same where this text is the same as well.
  public var text: String {
    var parts: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { parts.append("\(name)=\(value)") }
    }
    add("part", part)
    add("place", place)
    add("period", period?.iso)
    add("units", scale.map(Self.name))
    add("measure", measure)
    for (role, column) in columns.sorted(by: { $0.key < $1.key }) { add("column.\(role)", column) }
    return parts.joined(separator: " ")
  }
}
