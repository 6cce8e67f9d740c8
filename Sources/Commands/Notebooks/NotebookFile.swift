import FoundationEssentials
import Reporter
import Store

/// A notebook's file and the figures beside it.
struct NotebookFile {
  /// The path, as the user gave it.
  let path: String
  /// Its text, taken apart.
  let notebook: Notebook
  /// Its bytes.
  let bytes: [UInt8]
  /// The name without the ending: its figures stand in a folder of this name.
  let stem: String

  /// Larger files are no notebooks.
  private static let largest = 4 << 20

  /// Reads a notebook.
  ///
  /// - Throws: `CommandFailure` with code 2 or 4.
  init(_ path: String) throws {
    self.path = path
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : ""
    guard Self.isSafe(stem) else {
      throw CommandFailure(
        .usage,
        "\(path): found the name '\(name)', expected letters, digits, - and _ with .md behind them")
    }
    guard !Self.isLink(path) else {
      throw CommandFailure(.inputRefused, "\(path): this is a symbolic link; name the file itself")
    }
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists, !isFolder, let data = try? Data(contentsOf: URL(filePath: path)) else {
      let what = isFolder ? "this is a folder; name the notebooks in it" : "there is no such file"
      throw CommandFailure(
        .inputRefused, "\(path): " + (exists && !isFolder ? "the file may not be read" : what))
    }
    bytes = [UInt8](data)
    guard bytes.count <= Self.largest, !bytes.contains(0),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw CommandFailure(.inputRefused, "\(path): expected Markdown in UTF-8, at most 4 MB")
    }
    do { notebook = try Notebook(text) } catch {
      throw CommandFailure(.inputRefused, "\(path):\(error.description)")
    }
  }

  /// The folder that the notebook stands in.
  private var folder: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.joined(separator: "/")
    return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
  }

  /// The folder of all notebooks' figures.
  private var figures: String { "\(folder)/figures" }
  /// The folder of this notebook's figures.
  private var own: String { "\(figures)/\(stem)" }

  /// The figures that stand beside the notebook, by path relative to it.
  private func standing() -> [String] {
    Workspace.names(in: own).filter { $0.hasSuffix(".svg") }.map { "figures/\(stem)/\($0)" }
  }

  /// The file as a run makes it.
  func rendered(_ outcome: NotebookRun.Outcome) -> [UInt8] {
    Array(notebook.render(results: outcome.results, values: outcome.values).utf8)
  }

  /// What differs between the files and a run, a line for each.
  func drift(_ outcome: NotebookRun.Outcome) -> [String] {
    var lines = NotebookDrift(notebook, results: outcome.results, values: outcome.values).moves
      .map { "\(path):\($0.line): \($0.what): \($0.old) → \($0.new)" }
    for figure in outcome.figures {
      let file = "\(folder)/\(figure.path)"
      guard let data = try? Data(contentsOf: URL(filePath: file)) else {
        lines.append("\(file) is missing")
        continue
      }
      if [UInt8](data) != figure.bytes { lines.append("\(file) differs") }
    }
    let expected = Set(outcome.figures.map(\.path))
    lines += standing().filter { !expected.contains($0) }.map { "\(folder)/\($0) is left over" }
    if lines.isEmpty, rendered(outcome) != bytes {
      lines.append("\(path): the marks of the results differ")
    }
    return lines
  }

  /// Begins to write: the figures into a folder aside, and nothing in its place yet.
  ///
  /// - Throws: `CommandFailure` with code 6 where a folder of figures leads elsewhere.
  func write(_ outcome: NotebookRun.Outcome, then next: () throws -> Void) throws {
    for folder in [figures, own] where Self.isLink(folder) {
      throw CommandFailure(
        .outputFailed, "\(folder): this is a symbolic link; figures are written beside the notebook"
      )
    }
    var text = try FileReplacement(path: path)
    try text.write(rendered(outcome))
    guard !outcome.figures.isEmpty || FileManager.default.fileExists(atPath: own) else {
      try text.swap()
      try next()
      return try text.commit()
    }
    try FileManager.default.createDirectory(atPath: figures, withIntermediateDirectories: true)
    var drawings = try DirectoryReplacement(path: own)
    for figure in outcome.figures {
      let name = figure.path.split(separator: "/").last.map(String.init) ?? ""
      try PlainFile.write(figure.bytes, to: "\(drawings.temporaryPath)/\(name)")
    }
    try drawings.carryOver { !$0.hasSuffix(".svg") }
    try drawings.swap()
    try text.swap()
    try next()
    try drawings.commit()
    try text.commit()
  }

  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 80
      && name.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
          || byte == 0x2D || byte == 0x5F
      }
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
