/// How the bytes of a file stand for characters.
///
/// The raw value is the name used in messages, on the command line and in JSON.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// The usual encoding of the web; also that of plain ASCII.
  case utf8 = "utf-8"
  /// Two-byte units, low byte first, as "Unicode text" is saved by spreadsheets.
  case utf16le = "utf-16le"
  /// Two-byte units, high byte first.
  case utf16be = "utf-16be"
  /// What Western European Windows programs write.
  case windows1252 = "windows-1252"
  /// ISO 8859-1, where bytes 80 to 9F are control characters.
  case latin1 = "iso-8859-1"
  /// The original PC code page, still written by some finance systems; used only when named.
  case cp437 = "cp437"
  /// The Western European PC code page; used only when named.
  case cp850 = "cp850"

  /// Finds an encoding by any of its usual names.
  ///
  /// Case, hyphens, underscores and spaces do not matter: `UTF8`, `latin-1`, `cp1252`, `IBM437`.
  /// - Returns: nil when the name is not known.
  public init?(name: String) {
    let key = String(decoding: name.utf8.filter { !"-_ ".utf8.contains($0) }, as: UTF8.self)
    switch key.lowercased() {
    case "utf8", "utf8sig", "ascii", "usascii": self = .utf8
    case "utf16le": self = .utf16le
    case "utf16be": self = .utf16be
    case "windows1252", "cp1252", "ansi", "1252": self = .windows1252
    case "iso88591", "latin1", "l1": self = .latin1
    case "cp437", "ibm437", "437": self = .cp437
    case "cp850", "ibm850", "850": self = .cp850
    default: return nil
    }
  }

  /// The bytes that, at the start of a file, say that it is in this encoding; empty for most.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16le: [0xFF, 0xFE]
    case .utf16be: [0xFE, 0xFF]
    default: []
    }
  }

  /// True when every byte stands for something, so that nothing can be wrong.
  var isTotal: Bool { self == .latin1 || self == .cp437 || self == .cp850 }

  /// How many bytes of the file one character takes, from its length in UTF-8 (1 to 4).
  @inline(__always)
  func width(ofScalarWith utf8Length: Int) -> Int {
    switch self {
    case .utf8: utf8Length
    case .utf16le, .utf16be: utf8Length == 4 ? 4 : 2
    default: 1
    }
  }
}

/// Whether the reader finds the encoding out or is told.
public enum EncodingChoice: Sendable, Equatable {
  /// A byte order mark is obeyed; else strict UTF-8; else Windows-1252, with a diagnostic.
  case auto
  /// This encoding and no other: what does not fit it is an error.
  case named(TextEncoding)
}
