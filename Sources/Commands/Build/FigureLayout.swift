import Dispatch
import Evidence
import Importers
import Indicators
import Places
import Store

/// Lays out the figures of all files while others are being read or stored.
///
/// Three things go on at once: files are read ahead, the figures of one are laid out as rows and
/// kept in the cube from which indicators are computed, and those of the one before are stored.
struct FigureLayout {
  /// One file on its way into the database, or the end of them.
  enum Step: Sendable {
    /// Rows that are ready, of this file and the ones before.
    case piece(StagedPiece)
    /// A file whose figures were laid out.
    case file(FileReading)
    /// All files were laid out.
    case finished(FigureCube, ContentDigest?)
    /// A file was refused, or there is no room on the disk.
    case failed(any Error)
  }

  let count: Int
  let register: Register
  let writer: StageWriter
  /// Reads a file; on several threads.
  let read: @Sendable (Int) throws -> FileReading

  /// Starts; the steps come in the order of the files.
  func start() -> HandOver<Step> {
    let queue = HandOver<Step>(length: 4)
    let ahead = WorkAhead(count: count, depth: 2, read)
    // A thread of its own: what waits must not take one of those that read.
    DispatchQueue(label: "placewise.figures", qos: .userInitiated).async {
      do {
        try writer.write { staged in try layOut(ahead, &staged, queue) }
      } catch {
        _ = queue.send(.failed(error))
      }
    }
    return queue
  }

  private func layOut(
    _ ahead: WorkAhead<FileReading, any Error>, _ staged: inout StagedRows, _ queue: HandOver<Step>
  ) throws {
    var cube = FigureCube(register: register)
    for index in 0..<count {
      var reading = try ahead.take(index)
      // Sources are numbered in the order in which they are stored, from 1.
      var rows = ObservationRows(source: index + 1)
      cube.begin(vintage: reading.source.published)
      for figure in reading.extract.observations {
        try rows.append(figure, to: &staged)
        cube.keep(figure)
        guard staged.takePiece().map({ queue.send(.piece($0)) }) ?? true else { return }
      }
      reading.extract.observations = []
      guard queue.send(.file(reading)) else { return }
    }
    try staged.finish()
    guard staged.takePiece().map({ queue.send(.piece($0)) }) ?? true else { return }
    _ = queue.send(.finished(cube, staged.digest))
  }
}
