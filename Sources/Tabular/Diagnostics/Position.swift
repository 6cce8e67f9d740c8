/// A place in a file, as an editor and as a program would name it.
public struct Position: Sendable, Equatable {
  /// The physical line, from 1; LF, CRLF and CR each end one, inside quotes too.
  public var line: Int

  /// The character in the line, from 1, counted in Unicode scalars without the byte order mark.
  public var column: Int

  /// The byte in the file, from 0, byte order mark included.
  public var byte: Int

  /// Names a place.
  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }
}
