import Evidence
import Indicators
import Places
import Tabular

/// Values as tidy rows: the columns of ONS Explore Local Statistics, then our own.
public struct TidyRows: Sendable {
  /// The headings.
  public static let header = [
    "areacd", "areanm", "geography", "indicator", "period", "observation", "measure", "unit",
    "lci_95", "uci_95", "status", "notes", "count", "denominator", "coverage", "compared", "trend",
    "source", "vintage",
  ]

  private let context: ReportContext
  /// The columns that hold numbers.
  public static let numbers: Set<Int> = [5, 8, 9, 12, 13, 14]

  /// Prepares rows of a context.
  public init(_ context: ReportContext) {
    self.context = context
  }

  /// What all values of one indicator have in common, made once.
  public struct Constants: Sendable {
    let indicator: Indicator
    let measure: String
    let unit: String
    let source: String
    let countDecimals: Int

    /// Makes them for an indicator.
    public init(_ indicator: Indicator) {
      self.indicator = indicator
      measure = indicator.measureName
      // The year of prices stands in the metadata; repeated in every row it would cost megabytes.
      unit = String(indicator.unit.prefix { $0 != "," })
      source = indicator.shortSource
      countDecimals = indicator.isMoney ? 0 : 2
    }
  }

  /// The fields of one value, in the order of the headings.
  public func fields(_ value: IndicatorValue, _ same: Constants, _ place: Place?) -> [String] {
    let decimals = same.indicator.decimals
    return [
      value.place, place?.name ?? "", place?.kind.rawValue ?? "", value.indicator,
      value.period.iso, DecimalOutput.fixed(value.value, decimals), same.measure,
      same.unit, DecimalOutput.fixed(value.lower, decimals),
      DecimalOutput.fixed(value.upper, decimals), value.status.text, value.note,
      DecimalOutput.fixed(value.count, same.countDecimals),
      DecimalOutput.fixed(value.denominator, 2), DecimalOutput.fixed(value.coverage, 3),
      value.compared, value.trend, same.source, "",
    ]
  }
}

extension Indicator {
  /// What a value is, in a word or two: `net spend`, `share`, `change`.
  var measureName: String {
    switch unit {
    case "%": id.contains("_change_") ? "change" : "percentage"
    case "£": "amount"
    default: isMoney ? "rate" : "value"
    }
  }

  /// The publication's short name.
  var shortSource: String {
    // A name in every row costs megabytes; the catalogue and the metadata have it in full.
    let short = [
      ("RO3", "RO3"), ("(RS", "RS/RSX"), ("Section 251 outturn and local", "S251, LAIT"),
      ("Section 251", "S251"), ("local authority interactive tool", "LAIT"), ("H-CLIC", "H-CLIC"),
      ("Adult Social Care Outcomes", "ASCOF"), ("Explore Local", "ONS ELS"),
      ("mid-year population", "ONS"),
    ]
    if let known = short.first(where: { source.contains($0.0) }) { return known.1 }
    return String(source.prefix { $0 != ";" && $0 != "(" })
  }
}

/// Numbers for CSV: fixed decimals at most, no exponent, no trailing zeros, no negative zero.
public enum DecimalOutput {
  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  /// A number rounded half away from zero; `""` for nil.
  public static func fixed(_ value: Double?, _ decimals: Int) -> String {
    guard let value else { return "" }
    var bytes: [UInt8] = []
    append(value, decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number that `fixed` writes, as a double.
  static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let power = powers[min(decimals, 6)]
    let scaled = (abs(value) * power).rounded(.toNearestOrAwayFromZero)
    guard value.isFinite, scaled < 9e15 else { return value }
    return (value < 0 ? -scaled : scaled) / power
  }

  /// Appends a number rounded half away from zero; nothing for one that is not finite.
  static func append(_ value: Double, _ decimals: Int, to bytes: inout [UInt8]) {
    let places = min(decimals, 6)
    let scaled = (abs(value) * powers[places]).rounded(.toNearestOrAwayFromZero)
    guard value.isFinite, scaled < IndicatorValue.mostPrinted else { return }
    var whole = UInt64(scaled)
    if value < 0, whole > 0 { bytes.append(0x2D) }
    var fraction = places
    // Trailing zeros of the fraction go.
    while fraction > 0, whole % 10 == 0 {
      whole /= 10
      fraction -= 1
    }
    let start = bytes.count
    var written = 0
    repeat {
      if written == fraction, fraction > 0 { bytes.append(0x2E) }
      bytes.append(UInt8(0x30 + whole % 10))
      whole /= 10
      written += 1
    } while whole > 0 || written <= fraction
    bytes[start...].reverse()
  }
}
