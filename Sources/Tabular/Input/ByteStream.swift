/// A source being read, from its first byte to its last.
struct ByteStream {
  private let name: String
  private let file: FileDescriptor?
  private let bytes: [UInt8]
  private let piece: Int
  private let watch: (@Sendable (Span<UInt8>) -> Void)?
  private var given = 0
  /// What the file was when it was opened.
  private let stamp: FileStamp?

  /// How much is read at a time.
  static let pieceBytes = 512 << 10

  /// Opens a source.
  init(_ source: ByteSource) throws(CSVError) {
    name = source.name
    watch = source.watch
    switch source.origin {
    case .bytes(let bytes, let piece):
      file = nil
      self.bytes = bytes
      self.piece = min(piece, Self.pieceBytes)
    case .descriptor(let descriptor, _):
      file = FileDescriptor(borrowing: descriptor)
      bytes = []
      piece = Self.pieceBytes
    case .file(let path):
      file = try Self.open(path)
      bytes = []
      piece = Self.pieceBytes
    }
    stamp = file?.stamp
  }

  private static func open(_ path: String) throws(CSVError) -> FileDescriptor {
    do throws(SystemFailure) {
      return try FileDescriptor(opening: path)
    } catch {
      throw CSVError.cannotRead(path, error.reason)
    }
  }

  /// Appends the next piece to `window` and tells its size; 0 at the end.
  ///
  /// `room` is the least free space to offer, because a large field asks for more at once.
  mutating func read(into window: inout ByteScanner, room: Int = 0) throws(CSVError) -> Int {
    let count = try take(into: &window, room: room)
    if let watch, count > 0 { window.withBytes(window.end - count..<window.end) { watch($0) } }
    return count
  }

  private mutating func take(
    into window: inout ByteScanner, room: Int
  ) throws(CSVError) -> Int {
    guard let file else {
      let count = min(piece, bytes.count - given)
      window.append(bytes.span.extracting(given..<given + count))
      given += count
      return count
    }
    window.makeRoom(for: max(room, piece))
    let count: Int
    do throws(SystemFailure) { count = try window.read(from: file) } catch {
      throw CSVError.cannotRead(name, error.reason)
    }
    // Half of one content and half of another would be neither.
    if count == 0, file.stamp != stamp { throw CSVError.changed(name) }
    return count
  }
}
