/// A number for a set of payments that does not depend on their order.
///
/// Two files with the same rows have the same fingerprint, however they are sorted, quoted or
/// encoded; so a month that was published twice is found out.
public struct PaymentFingerprint: Hashable, Sendable {
  private var sum: UInt64 = 0
  private var mixed: UInt64 = 0

  /// Begins with no row.
  public init() {}

  /// The number of a text, to be taken once for one that repeats.
  public static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  /// The number of a text that is absent.
  public static let absent: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Adds a row: its amount, and the numbers of its texts in a fixed order.
  @inline(__always)
  public mutating func add(
    pence: Int64, _ body: UInt64, _ day: UInt64, _ supplier: UInt64, _ service: UInt64,
    _ category: UInt64, _ description: UInt64, _ reference: UInt64
  ) {
    var row = UInt64(bitPattern: pence) &* Self.absent
    row = Self.turn(row, body)
    row = Self.turn(row, day)
    row = Self.turn(row, supplier)
    row = Self.turn(row, service)
    row = Self.turn(row, category)
    row = Self.turn(row, description)
    row = Self.turn(row, reference)
    sum &+= row
    mixed &+= row &* row
  }

  @inline(__always)
  private static func turn(_ row: UInt64, _ part: UInt64) -> UInt64 {
    let next = (row ^ part) &* 0xff51_afd7_ed55_8ccd
    return next ^ (next &>> 29)
  }

  /// The fingerprint as 32 hexadecimal digits.
  public var text: String { Self.hex(sum) + Self.hex(mixed) }

  private static func hex(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
