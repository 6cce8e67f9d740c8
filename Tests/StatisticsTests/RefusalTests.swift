import Foundation
import Testing

@testable import Statistics

/// A sound row of each reference file with one cell spoilt in every way that matters.
///
/// `Vectors/Spoilt/refusals.csv` holds what is said of each, as recorded from the program and read over for the
/// greater part; nothing stands for a row that is computed. With `PLACEWISE_RECORD=1` the file is
/// written anew, to be read again.
@Suite("What a method says of a spoilt cell")
struct RefusalTests {
  struct Spoilt: Hashable {
    let method: String
    let column: String
    let change: String
  }

  /// What is done to a cell, and the cell that it gives.
  private static func changes(
    _ column: CalculationColumn, _ sound: String
  ) -> [(name: String, cell: String)] {
    switch column.shape {
    case .number: return ["NA", "-1", "0", "Inf"].map { (name: $0, cell: $0) }
    case .word: return [("recipe", "recipe")]
    case .flag, .words: return []
    case .numbers:
      let entries = sound.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let last = entries.count - 1
      func with(_ entry: String, at index: Int) -> [String] {
        var changed = entries
        changed[index] = entry
        return changed
      }
      let changes: [(String, [String])] = [
        ("NA", ["NA"]), ("first NA", with("NA", at: 0)), ("middle -1", with("-1", at: last / 2)),
        ("last 0", with("0", at: last)), ("last Inf", with("Inf", at: last)),
        ("one short", Array(entries.dropLast())), ("one more", entries + ["1"]),
        ("two", Array(entries.prefix(2))), ("one", [entries[0]]),
      ]
      return changes.map { (name: $0.0, cell: $0.1.joined(separator: ";")) }
    }
  }

  private static func found() throws -> [(spoilt: Spoilt, reason: String)] {
    var found: [(spoilt: Spoilt, reason: String)] = []
    for file in ReferenceFile.all where !file.name.hasPrefix("dist_") {
      let table = try Table.vectors(file.name)
      let method = try #require(Calculator.method(named: file.name))
      let positions = try method.positions(in: table.header)
      let sound = table.rows.first { method($0, at: positions).last == "" }
      guard let sound else { continue }
      for (column, position) in zip(method.inputs, positions) {
        guard let position else { continue }
        for change in changes(column, sound[position]) {
          var row = sound
          row[position] = change.cell
          let spoilt = Spoilt(method: file.name, column: column.name, change: change.name)
          let reason = method(row, at: positions).last ?? ""
          found.append((spoilt, reason.replacing("\"", with: "'")))
        }
      }
    }
    return found
  }

  @Test("is what was written down")
  func reasons() throws {
    let found = try Self.found()
    if ProcessInfo.processInfo.environment["PLACEWISE_RECORD"] == "1" { try Self.record(found) }
    let table = try Table.vectors("Spoilt/refusals")
    let expected = table.rows.map { row in
      (Spoilt(method: row[0], column: row[1], change: row[2]), row[3])
    }
    #expect(expected.count > 500)
    #expect(expected.map(\.0) == found.map(\.spoilt))
    for (one, other) in zip(expected, found) {
      #expect(one.1 == other.reason, "\(other.spoilt)")
    }
  }

  private static func record(_ found: [(spoilt: Spoilt, reason: String)]) throws {
    let rows = found.map {
      "\($0.spoilt.method),\($0.spoilt.column),\($0.spoilt.change),\"\($0.reason)\"\n"
    }
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Vectors/Spoilt/refusals.csv")
    let text = "method,column,change,reason\n" + rows.joined()
    try text.write(to: url, atomically: true, encoding: .utf8)
  }
}
