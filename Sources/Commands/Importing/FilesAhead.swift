import Importers
import Store

/// Reads the next files on another thread while one is stored.
///
/// Only small files: a large one is streamed. What cannot be read here is read again by whoever asks,
/// which then says why.
struct FilesAhead {
  private let ahead: WorkAhead<FileReading?, any Error>?
  /// Files of more bytes are left to whoever asks.
  private static let largest = 6 << 20

  /// Begins to read, where there are several files.
  init(_ paths: [String], _ inputs: ImportInputs, _ reading: ReadingArguments) {
    guard paths.count > 1 else {
      ahead = nil
      return
    }
    ahead = WorkAhead(count: paths.count, depth: 2) { index in
      let path = paths[index]
      guard path != "-", let size = RegularFile.size(path), size <= Self.largest,
        let file = try? InputFile.open(path)
      else { return nil }
      return try? FileImporter.read(file, inputs, reading)
    }
  }

  /// What was read of a file; nil where it must be read by whoever asks.
  ///
  /// Files are asked for in order.
  func take(_ index: Int) -> FileReading? {
    (try? ahead?.take(index)) ?? nil
  }
}
