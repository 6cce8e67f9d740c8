/// The five ways in which SQLite stores a value.
public enum StorageType: Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case int
  /// A binary fraction.
  case real
  /// Text.
  case text
  /// Bytes.
  case blob
}
