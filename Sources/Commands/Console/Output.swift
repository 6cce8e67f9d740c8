import Store

/// Where data goes: standard output or a file, whole or not at all.
public struct Output: Sendable {
  /// The file, or nil for standard output.
  public let path: String?

  /// Makes an output.
  public init(path: String? = nil) { self.path = path }

  /// Writes bytes.
  ///
  /// - Throws: `CommandFailure` with code 6, or 141 where the reader went away.
  public func write(_ bytes: [UInt8]) throws {
    if let path {
      guard FileReplacement.replaces(path) else {
        do { return try FileReplacement.write(bytes, to: path) } catch {
          throw CommandFailure(error)
        }
      }
      // Ended in the middle, the file beside it that is being written would stay behind.
      try Interruption.deferring {
        do { try FileReplacement.write(bytes, to: path, followsLink: false) } catch {
          throw CommandFailure(error)
        }
      }
      return
    }
    if let capture = Capture.current {
      capture.take(output: bytes)
      return
    }
    do { try StandardStream.output.write(bytes) } catch {
      let isBrokenPipe = error.number == 32
      throw CommandFailure(isBrokenPipe ? .brokenPipe : .outputFailed, "\(error)")
    }
  }

  /// Writes text.
  public func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes words to standard error; what cannot be said is not worth stopping for.
  ///
  /// `code` is our own and goes to the terminal as it is; the text may hold anything.
  static func writeError(code: String = "", _ text: String) {
    let bytes = Array(code.utf8) + TerminalText.safe(text)
    if let capture = Capture.current {
      capture.take(error: bytes)
    } else {
      try? StandardStream.error.write(bytes)
    }
  }
}

/// Text that cannot do anything to a terminal.
enum TerminalText {
  /// The bytes of a text with control, direction and unseen characters shown as `\u{1B}`.
  ///
  /// Only line ends and tabs stay.
  static func safe(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        bytes += Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
      } else {
        bytes += Array(String(scalar).utf8)
      }
    }
    return bytes
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Marks that turn text around, end a line, or stand in it unseen.
    case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
