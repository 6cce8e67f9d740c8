import Store

/// Output in pieces: a file appears whole at the end, standard output as it comes.
struct OutputSink: ~Copyable {
  /// Handed on in pieces of about this many bytes.
  private static let piece = 1 << 18

  /// What has not been handed on yet.
  var buffer: [UInt8] = []
  private var file: FileReplacement?
  private let output: Output

  /// Opens the output.
  ///
  /// - Throws: `CommandFailure` with code 6 where the file cannot be made.
  init(_ output: Output) throws {
    self.output = output
    buffer.reserveCapacity(Self.piece * 2)
    if let path = output.path {
      do { file = try FileReplacement(path: path, followsLink: false) } catch {
        throw CommandFailure(error)
      }
    } else {
      file = nil
    }
  }

  /// Hands on what is there, once it is enough to be worth it.
  mutating func handOn(all: Bool = false) throws {
    guard all || buffer.count > Self.piece else { return }
    if file != nil {
      do { try file?.write(buffer) } catch { throw CommandFailure(error) }
    } else {
      try output.write(buffer)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Hands on the rest and puts the file in place.
  consuming func finish() throws {
    try handOn(all: true)
    guard let file = file.take() else { return }
    do { try file.commit() } catch { throw CommandFailure(error) }
  }
}
