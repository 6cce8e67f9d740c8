import Foundation
import TestSupport

@testable import Commands

/// The program run within the tests, with what it wrote.
struct Program {
  /// The exit code.
  let code: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let words: String

  /// Runs a command line.
  init(_ line: [String], input: String = "") {
    let capture = Capture(input: Array(input.utf8))
    code = Capture.$current.withValue(capture) { Placewise.execute(line).rawValue }
    output = String(decoding: capture.output, as: UTF8.self)
    words = capture.words
  }

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// The data sets of this package with a database of one's own.
struct Desk {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The path of the database.
  var database: String { path("test.db") }

  /// A path in the scratch folder.
  func path(_ name: String) -> String { scratch.url.appendingPathComponent(name).path }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: scratch.url.appendingPathComponent(name))
    return path(name)
  }

  /// Runs a command on this package's data sets and this desk's database.
  func run(_ line: String..., input: String = "") -> Program { run(line, input: input) }

  /// Runs a command on this package's data sets and this desk's database.
  func run(_ line: [String], input: String = "") -> Program {
    Program(line + ["--workspace", Reference.package.path, "--db", database], input: input)
  }

  /// The bytes of the database, or nil where there is none.
  var bytes: Data? { FileManager.default.contents(atPath: database) }
}
