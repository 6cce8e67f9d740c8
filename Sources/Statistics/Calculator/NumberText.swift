/// Numbers as text: read strictly, written with the fewest digits that read back the same.
public enum NumberText {
  /// The shortest text that reads back to the same number.
  ///
  /// Whole numbers carry no point, large ones an exponent; `Inf` and `-Inf` are infinities; NaN is `NA`.
  public static func shortest(_ value: Double) -> String {
    guard value.isFinite else {
      if value.isNaN { return "NA" }
      return value < 0 ? "-Inf" : "Inf"
    }
    if value == 0 { return "0" }
    if abs(value) < 1e16, value == value.rounded(.towardZero) { return String(Int64(value)) }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
