/// One output of a calculation before it becomes text.
public enum Cell: Sendable, Hashable {
  /// A number, or `NA`.
  case number(Double?)
  /// Several numbers in one cell, in the order of the input they answer.
  case numbers([Double?])
  /// A word.
  case text(String?)
  /// Several words in one cell.
  case texts([String?])
  /// `true` or `false`.
  case flag(Bool)

  /// The text of the cell: list entries are separated by `;`, what is missing is `NA`.
  public var text: String {
    switch self {
    case .number(let value): Self.word(value)
    case .numbers(let values): Self.list(values)
    case .text(let word): word ?? "NA"
    case .texts(let words): words.map { $0 ?? "NA" }.joined(separator: ";")
    case .flag(let value): value ? "true" : "false"
    }
  }

  private static func word(_ value: Double?) -> String {
    value.map(NumberText.shortest) ?? "NA"
  }

  private static func list(_ values: [Double?]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 20)
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      NumberText.append(value ?? .nan, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// True when a computation ran out of range.
  var isUnsound: Bool {
    switch self {
    case .number(let value): value?.isNaN ?? false
    case .numbers(let values): values.contains { $0?.isNaN ?? false }
    default: false
    }
  }

  /// True when nothing is in the cell.
  var isBlank: Bool {
    switch self {
    case .number(let value): value?.isNaN ?? true
    case .numbers(let values): values.allSatisfy { $0?.isNaN ?? true }
    case .text(let word): word == nil
    case .texts(let words): words.allSatisfy { $0 == nil }
    case .flag: false
    }
  }
}
