import Evidence
import Foundation
import Places
import TestSupport
import Testing

@testable import Importers

@Suite("A published cell", .enabled(if: Reference.isPresent && Python.isPresent))
struct CellsTests {
  @Test("is what Python's csv module finds on the line and in the column that we name")
  func cells() throws {
    let folder = try #require(Reference.folder).appendingPathComponent("data")
    var random = Seeded(2025)
    var requests: [String] = []
    var figures: [Observation] = []
    for sheet in PublishedSheet.all {
      let found = try PublishedFolder.reading(sheet.path).extract.observations
      let path = folder.appendingPathComponent(sheet.path).path
      for _ in 0..<20 {
        let figure = found[random.below(found.count)]
        figures.append(figure)
        requests.append("\(path)\t\(figure.line)\t\(figure.field)")
      }
    }
    let answers = try Python.run(Python.cells, requests.joined(separator: "\n"))
      .split(separator: "\n").map(String.init)
    try #require(answers.count == figures.count)
    for (index, figure) in figures.enumerated() {
      if let value = figure.value {
        #expect(Int64(answers[index]) == Int64(value), "\(requests[index])")
      } else {
        #expect(answers[index].hasPrefix("["), "\(requests[index])")
      }
    }
    #expect(figures.count == 400 && figures.filter { $0.value != nil }.count > 300)
  }

  @Test("of an authority stands in the row of that authority", arguments: PublishedSheet.all)
  func rows(sheet: PublishedSheet) throws {
    let folder = try #require(Reference.folder).appendingPathComponent("data")
    let path = folder.appendingPathComponent(sheet.path).path
    let program = """
      import csv, sys
      start = 1
      reader = csv.reader(open(sys.stdin.read(), encoding="utf-8-sig", newline=""))
      for row in reader:
          print(start, row[0].strip())
          start = reader.line_num + 1
      """
    var codes: [Int: String] = [:]
    for line in try Python.run(program, path).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      if words.count == 2, let number = Int(words[0]) { codes[number] = String(words[1]) }
    }
    var wrong: Set<String> = []
    for figure in try PublishedFolder.reading(sheet.path).extract.observations {
      guard figure.place != "E92000001", let ecode = codes[figure.line] else { continue }
      let place = PublishedFolder.register[figure.place]
      let known = PublishedFolder.register.otherCodes(of: figure.place).contains {
        $0.scheme == .ecode && $0.value == ecode
      }
      if place?.ecode != ecode, !known { wrong.insert("\(ecode) \(place?.name ?? "")") }
    }
    // RS 2016-17 exchanges the E-codes of two combined authorities: data-council-spending.md.
    let exchanged = sheet.year == 2016 ? 2 : 0
    #expect(wrong.count == exchanged, "\(wrong.sorted())")
  }
}
