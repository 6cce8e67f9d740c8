/// The `crude_rate` and `wilson_proportion` calculations for tables of millions of rows.
///
/// Works from the bytes of two cells to the bytes of the output cells and makes no string unless a
/// row has no figure. The cells are those of `CalculationMethod`, in the same text:
///
///     var rows = try CountRows(.crudeRate, confidence: 0.95, multiplier: 100_000)
///     rows.append(count: 0..<2, denominator: 3..<8, of: bytes, to: &output)
///     // ",24.8138957816377,11.89…,45.63…,Byars,"
public struct CountRows: Sendable {
  /// Which of the two.
  public enum Kind: Sendable, Hashable {
    case crudeRate
    case wilsonProportion
  }

  /// Which of the two.
  public let kind: Kind
  private let rate: CrudeRate
  private let proportion: WilsonScore

  /// Fixes what is the same in every row.
  ///
  /// - Throws: `Blank.confidence` or `Blank.notFinite`.
  public init(_ kind: Kind, confidence: Double?, multiplier: Double) throws(Blank) {
    let level = try Confidence(indicator: confidence)
    let base = try Check.finite(multiplier, .multiplier)
    self.kind = kind
    rate = CrudeRate(confidence: level, multiplier: base, prepared: true)
    proportion = WilsonScore(confidence: level, multiplier: base)
  }

  /// The names of the cells that `append` writes.
  public var header: [String] {
    let names = ["out_value", "out_lower", "out_upper"]
    return kind == .crudeRate ? names + ["out_method", "out_reason"] : names + ["out_reason"]
  }

  /// Appends the output cells of one row, each after a comma, and no line end.
  public func append(
    count: Range<Int>, denominator: Range<Int>, of bytes: borrowing Span<UInt8>,
    to output: inout [UInt8]
  ) {
    do throws(Blank) {
      let x = try RowText.number(bytes, count, "x")
      let n = try RowText.number(bytes, denominator, "n")
      let result =
        switch kind {
        case .crudeRate: try rate.estimate(count: x, denominator: n)
        case .wilsonProportion: try proportion.estimate(count: x, of: n)
        }
      RowText.append(result.value, to: &output)
      RowText.append(result.lower, to: &output)
      RowText.append(result.upper, to: &output)
      if kind == .crudeRate {
        output.append(contentsOf: result.method == .exact ? Self.exact : Self.byar)
      }
      output.append(UInt8(ascii: ","))
    } catch {
      for _ in 0..<(kind == .crudeRate ? 4 : 3) { RowText.append(nil, to: &output) }
      RowText.append(error.description, to: &output)
    }
  }

  private static let exact = [UInt8](",Exact".utf8)
  private static let byar = [UInt8](",Byars".utf8)
}
