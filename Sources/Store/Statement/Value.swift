/// A value as SQLite stores it.
public enum Value: Sendable, Equatable {
  /// Nothing.
  case null
  /// A whole number.
  case int(Int64)
  /// A binary fraction.
  case real(Double)
  /// Text in UTF-8.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}
