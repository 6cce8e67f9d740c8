/// Some rows that were laid out and are ready to be stored.
public struct StagedPiece: Sendable {
  /// The table of the file in which they stand.
  let table: String

  /// How many rows there are.
  public let rows: Int

  /// Where they lie in the file.
  let bytes: Range<Int>
}
