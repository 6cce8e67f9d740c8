/// Where the bytes of a table come from.
///
/// A source is only a description: nothing is opened before a reader asks, and one that can be
/// read again gives each reader the same bytes. Files are read in pieces, never mapped, so that
/// the memory used does not grow with the file.
public struct ByteSource: Sendable {
  enum Origin: Sendable {
    case file(String)
    case descriptor(Int32, name: String)
    case bytes([UInt8], piece: Int)
  }

  let origin: Origin
  /// Looks at each piece as it is read.
  var watch: (@Sendable (Span<UInt8>) -> Void)?

  private init(origin: Origin) { self.origin = origin }

  /// The same bytes, each piece shown to `watch` once as it is read, in order: for a digest.
  ///
  /// A reader that fails may leave the rest unread.
  public func watched(by watch: @escaping @Sendable (Span<UInt8>) -> Void) -> ByteSource {
    var source = self
    source.watch = watch
    return source
  }

  /// A file, or anything else that has a path and can be read from start to end.
  public static func file(_ path: String) -> ByteSource {
    ByteSource(origin: .file(path))
  }

  /// Bytes already in memory.
  public static func bytes(_ bytes: [UInt8]) -> ByteSource {
    ByteSource(origin: .bytes(bytes, piece: .max))
  }

  /// The text of a table already in memory.
  public static func text(_ text: String) -> ByteSource {
    .bytes(Array(text.utf8))
  }

  /// Bytes in memory handed out a few at a time, so that every token meets the end of a piece.
  public static func pieces(_ bytes: [UInt8], of size: Int) -> ByteSource {
    ByteSource(origin: .bytes(bytes, piece: max(size, 1)))
  }

  /// What is piped into the program; it can be read once.
  public static let standardInput = ByteSource(
    origin: .descriptor(0, name: "standard input"))

  /// An open file or pipe, which stays the caller's to close; it can be read once.
  public static func descriptor(_ descriptor: Int32, name: String) -> ByteSource {
    ByteSource(origin: .descriptor(descriptor, name: name))
  }

  /// How messages call it.
  public var name: String {
    switch origin {
    case .file(let path): path
    case .descriptor(_, let name): name
    case .bytes: "the text"
    }
  }

  /// True when it can be read more than once; false for a pipe.
  public var isRepeatable: Bool {
    if case .descriptor = origin { return false }
    return true
  }

  /// The same bytes in a form that can be read more than once: what can be read only once is
  /// read into memory.
  ///
  /// - Throws: ``CSVError`` of kind `cannotRead`.
  public func repeatable() throws(CSVError) -> ByteSource {
    isRepeatable ? self : .bytes(try head(.max).bytes)
  }

  /// The first bytes, and whether they are all.
  func head(_ limit: Int) throws(CSVError) -> (bytes: [UInt8], isWhole: Bool) {
    var stream = try ByteStream(self)
    var window = ByteScanner(delimiter: 0, quote: nil)
    while window.count < limit {
      if try stream.read(into: &window) == 0 { return (window.copy(0..<window.end), true) }
    }
    return (window.copy(0..<min(window.end, limit)), false)
  }
}
