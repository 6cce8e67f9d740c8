import Evidence
import Foundation
import Places
import Tabular
import TestSupport
import Testing

@testable import Importers

/// Whether anything is counted twice: joint areas, predecessors and old codes, on the real files.
@Suite("What is counted once", .enabled(if: Reference.isPresent))
struct CountedOnceTests {
  private struct Key: Hashable {
    let place: String
    let measure: String
    let period: Period
  }

  private static func key(_ figure: Observation) -> Key {
    Key(place: figure.place, measure: figure.measure, period: figure.period)
  }

  @Test("no file gives two figures of one place, period and measure")
  func keys() throws {
    var twice: [String: Int] = [:]
    var total = 0
    for (name, reading) in try ServiceFiles.readings.get().read {
      let keys = Set(reading.extract.observations.map(Self.key))
      total += keys.count
      if keys.count < reading.extract.observations.count {
        twice[name] = reading.extract.observations.count - keys.count
      }
    }
    print("\(total) figures, each of its own place, period and measure")
    #expect(twice.isEmpty)
    #expect(total == 977_311)
  }

  /// The first row of London in two sheets prints a relief rate that does not follow: 0.497 for
  /// 7,130 of 3,542,949 households, and 1.692 for 7,690 of 3,563,449.
  @Test(
    "of London's two rows the rate that follows is kept, and the other is noted",
    arguments: [
      ("homelessness/hclic_202006_A1.csv", 2.01244782242138, 22),
      ("homelessness/hclic_202109_A1.csv", 2.15802162455531, 23),
    ])
  func london(path: String, rate: Double, line: Int) throws {
    let reading = try ServiceFiles.read(path)
    let found = reading.extract.observations.filter {
      $0.place == "E12000007" && $0.measure == "homelessness.a1.relief_duty.rate"
    }
    #expect(found.map(\.value) == [rate] && found.map(\.line) == [line])
    #expect(
      reading.extract.notes.contains { $0.line == line && $0.text.contains("stands on line") })
  }

  @Test("a joint figure is marked estimated and counted for the first council only")
  func joint() throws {
    var firsts = 0
    var seconds = 0
    for name in ["la_hospital_admissions_2324.csv", "indicators-CountyUA.data.csv"] {
      let path = "fingertips/\(name)"
      let reading = try ServiceFiles.read(path)
      let rows = try ServiceFiles.rows(path, where: { $0.contains("combined") })
      let figures = reading.extract.observations.filter { rows[$0.line] != nil }
      #expect(figures.count == rows.count)
      #expect(figures.allSatisfy { $0.status.contains(.estimated) })
      for figure in figures {
        let isFirst = ["E09000012", "E06000052"].contains(figure.place)
        let isSecond = ["E09000001", "E06000053"].contains(figure.place)
        // The second council's row repeats the note and leaves every number empty.
        let isWhole = figure.value != nil && figure.count != nil && figure.denominator != nil
        let isEmpty = figure.value == nil && figure.count == nil && figure.status.isBlank
        #expect(isFirst ? isWhole : isSecond && isEmpty, "\(path) \(figure)")
        firsts += isFirst ? 1 : 0
        seconds += isSecond ? 1 : 0
      }
    }
    print("Joint figures of public health: \(firsts) with a count, \(seconds) without")
    #expect(firsts == 86 && seconds == 86)
  }

  @Test("the figure of a joint area's own code is given to its councils, once and estimated")
  func jointCodes() throws {
    var rows = 0
    var figures = 0
    for name in [
      "cancer-diagnosis-at-stage-1-and-2", "preventable-cardiovascular-mortality-england",
    ] {
      let path = "explore-local/\(name).csv"
      let lines = try ServiceFiles.rows(path, where: { $0.contains("E67000") })
      let reading = try ServiceFiles.read(path)
      let found = reading.extract.observations.filter { lines[$0.line] != nil }
      let ratios = Set(reading.extract.measures.filter { $0.kind == .ratio }.map(\.id))
      #expect(found.allSatisfy { $0.status.contains(.estimated) && ratios.contains($0.measure) })
      #expect(found.count == 2 * lines.count)
      rows += lines.count
      figures += found.count
    }
    print("Joint areas with a code: \(rows) rows, \(figures) figures")
    #expect(rows == 54 && figures == 108)
  }

  @Test("a predecessor's figure printed for its successor is noted, and the predecessor has none")
  func inherited() throws {
    let path = "fingertips/la_hospital_admissions_2324.csv"
    let reading = try ServiceFiles.read(path)
    let lines = try ServiceFiles.rows(path, where: { $0.contains("applied to") })
    let figures = reading.extract.observations.filter { lines[$0.line] != nil }
    let said = reading.extract.notes.filter { $0.text.contains("applied to") }
    #expect(figures.count == 6 && lines.count == 6 && said.count == 3)
    #expect(
      reading.extract.notes.contains {
        $0.text == "6 figures are a predecessor's, printed for its successor"
      })
    print("Predecessors' figures printed for successors: \(figures.count)")
    let held = Set(reading.extract.observations.map(Self.key))
    for figure in figures {
      let predecessors = ServiceFiles.register.predecessors(of: figure.place).map(\.code)
      #expect(!predecessors.isEmpty)
      for code in predecessors where code != figure.place {
        #expect(!held.contains(Key(place: code, measure: figure.measure, period: figure.period)))
      }
    }
  }

  @Test("a figure that stands under an old and a new code of one council is loaded once")
  func oldCodes() throws {
    var repeated: [String: Int] = [:]
    for (name, reading) in try ServiceFiles.readings.get().read
    where name.hasPrefix("explore-local") {
      let rows = reading.extract.ledger.skipped(.repeated)
      guard rows > 0 else { continue }
      repeated[name] = rows
      #expect(
        reading.extract.notes.contains {
          $0.text == "\(rows) rows stand under an old and a new code; loaded once"
        }, "\(name)")
    }
    print("Under an old and a new code: \(repeated.values.reduce(0, +)) rows, loaded once")
    #expect(repeated.values.sorted() == [2, 10, 12, 18, 18, 20])
  }

  /// The tool prints Dorset's numbers of 2024-25 and 2025-26 under the county that ended in 2019.
  ///
  /// It prints `-` for the council of today. Bournemouth, Christchurch and Poole took over a part.
  @Test("figures under the number of an authority that had ended are noted")
  func afterTheEnd() throws {
    let notes = try ServiceFiles.read("dfe-lait/bds_long_selected.csv").extract.notes
    let late = notes.filter { $0.text.contains("for years after it ended") }
    print("Figures for years after an authority ended: \(late.count) notes")
    #expect(late.contains { $0.line == 55630 && $0.text.hasPrefix("Premium: 2 figures stand") })
    #expect(late.count == 27)
  }

  /// Cumbria stands beside Cumberland and Westmorland and Furness for years before 2023.
  ///
  /// Only ratios do so, which nobody adds up, but for the two years of Dorset above.
  @Test("counts of a predecessor and of its successor stand in one period where a file errs only")
  func successors() throws {
    let register = ServiceFiles.register
    var pairs = 0
    var counted: [String] = []
    for (name, reading) in try ServiceFiles.readings.get().read {
      let kinds = Dictionary(
        reading.extract.measures.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
      let valued = reading.extract.observations.filter { $0.value != nil }
      let held = Set(valued.map(Self.key))
      var olders: [String: [String]] = [:]
      for figure in valued {
        let older =
          olders[figure.place] ?? register.predecessors(of: figure.place).map(\.code)
        olders[figure.place] = older
        for code in older where code != figure.place {
          guard held.contains(Key(place: code, measure: figure.measure, period: figure.period))
          else { continue }
          pairs += 1
          if kinds[figure.measure] != .ratio { counted.append("\(name):\(figure.line) \(code)") }
        }
      }
    }
    print("Figures beside a predecessor's: \(pairs), of which counts: \(counted.count)")
    for line in counted.prefix(10) { print("  \(line)") }
    #expect(
      counted == [55603, 55773].map { "dfe-lait/bds_long_selected.csv:\($0) E10000009" })
  }
}
