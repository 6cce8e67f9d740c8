import Evidence
import TestSupport
import Testing

@testable import Importers

@Suite("A published outturn sheet", .enabled(if: Reference.isPresent))
struct OutturnSheetsTests {
  @Test(
    "is loaded whole: every row accounted for, every authority once",
    arguments: PublishedSheet.all)
  func loaded(sheet: PublishedSheet) throws {
    let reading = try PublishedFolder.reading(sheet.path)
    let ledger = reading.extract.ledger
    #expect(ledger.balances && ledger.read == sheet.rows)
    #expect(ledger.loaded == sheet.authorities + 1 && ledger.rejected == 0)
    #expect(reading.source.layout == (sheet.isService ? "outturn-service" : "outturn-summary"))
    let figures = reading.extract.observations
    #expect(figures.allSatisfy { $0.period == .financialYear(sheet.year) })
    let measures = Set(figures.map(\.measure))
    #expect(Set(figures.map(\.place)).count == sheet.authorities + 1)
    #expect(
      figures.count + reading.extract.rejects.count == (sheet.authorities + 1) * measures.count)
    #expect(measures.count == sheet.measures)
    #expect(Set(reading.extract.measures.map(\.id)) == measures)
    // One cell of Wakefield's in RO3 2022-23 holds `>`: the publisher's slip, kept as a reject.
    let slips = sheet.isService && sheet.year == 2022 ? [">"] : []
    #expect(reading.extract.rejects.map(\.raw) == slips)
  }

  @Test(
    "shows what its authorities left out as not available, never as nothing",
    arguments: PublishedSheet.services + PublishedSheet.lines)
  func silent(sheet: PublishedSheet) throws {
    let figures = try PublishedFolder.reading(sheet.path).extract.observations
    let places = Dictionary(grouping: figures, by: \.place)
    let silent = places.filter { $0.value.allSatisfy { $0.value == nil } }
    #expect(silent.count == sheet.silent)
    #expect(silent.values.joined().allSatisfy { $0.status == .notAvailable })
    // Birmingham has returned nothing since 2022-23: analysis.md section 3, row 2.
    #expect(silent["E08000025"] != nil)
  }

  @Test(
    "as displayed agrees with its numbers to the rounding of a whole thousand",
    arguments: PublishedSheet.services + PublishedSheet.lines)
  func shown(sheet: PublishedSheet) throws {
    let values = try PublishedFolder.reading(sheet.path).extract
    let shown = try PublishedFolder.reading(sheet.shownPath).extract
    #expect(shown.ledger == values.ledger)
    #expect(shown.rejects.map(\.raw) == values.rejects.map(\.raw))
    #expect(shown.observations.count == values.observations.count)
    var apart = 0
    for (seen, held) in zip(shown.observations, values.observations) {
      let isSame =
        seen.place == held.place && seen.measure == held.measure
        && seen.period == held.period && seen.status == held.status
      // Half of £1 thousand in pence.
      let isNear = (seen.value ?? 0).distance(to: held.value ?? 0).magnitude <= 50_000
      if !isSame || !isNear || (seen.value == nil) != (held.value == nil) { apart += 1 }
    }
    #expect(apart == 0)
  }

  @Test(
    "lists every row whose parts differ from its published total, and no other",
    arguments: PublishedSheet.all)
  func differences(sheet: PublishedSheet) throws {
    let extract = try PublishedFolder.reading(sheet.path).extract
    var rows: [Int: [String: Double]] = [:]
    for figure in extract.observations {
      if let value = figure.value { rows[figure.line, default: [:]][figure.measure] = value }
    }
    var expected: Set<String> = []
    for (line, values) in rows {
      for (measure, total) in values {
        for parts in Self.parts(of: measure, in: values) {
          if abs(total - parts) >= 50 { expected.insert("\(line) \(measure)") }
        }
      }
    }
    var listed: Set<String> = []
    for note in extract.notes where note.text.contains(" differs from its ") {
      let words = note.text.split(separator: " ")
      listed.insert("\(note.line) \(words[1])")
    }
    #expect(listed == expected)
  }

  /// The sums that a total should equal: of a service's columns, of all services.
  private static func parts(of measure: String, in values: [String: Double]) -> [Double] {
    guard let dot = measure.lastIndex(of: ".") else { return [] }
    let stem = measure[..<dot]
    func joined(_ first: String, _ second: String, _ sign: Double) -> Double? {
      guard let left = values["\(stem).\(first)"], let right = values["\(stem).\(second)"] else {
        return nil
      }
      return left + sign * right
    }
    var found: [Double] = []
    switch measure[measure.index(after: dot)...] {
    case "gross": found += [joined("empl", "run", 1)].compactMap { $0 }
    case "income": found += [joined("sfc", "othinc", 1)].compactMap { $0 }
    case "net": found += [joined("gross", "income", -1)].compactMap { $0 }
    default: break
    }
    if stem == "outturn.tot", measure.hasSuffix(".net") || measure.hasSuffix(".total_cost") {
      let end = measure[dot...]
      let services = values.filter { name, _ in
        name.hasPrefix("outturn.") && name.hasSuffix(end) && !name.hasPrefix("outturn.tot.")
      }
      found.append(services.values.reduce(0, +))
    }
    return found
  }

  @Test("that is a front page or the drop-down sheet is refused as such")
  func others() throws {
    let names = PublishedFolder.files("council-spending/outturn")
    let data = Set(PublishedSheet.all.flatMap { [$0.path, $0.shownPath] })
    let others = names.map { "council-spending/outturn/\($0)" }.filter { !data.contains($0) }
    #expect(others.count == 10)
    for path in others {
      let error = refusal { () throws(ImportError) in try PublishedFolder.reading(path) }
      #expect(error?.kind == .wrongSheet, "\(path)")
      let word = path.contains("drop-down") ? "drop-down" : "front page"
      #expect(error?.message.contains(word) == true, "\(path): \(error?.message ?? "")")
    }
  }

  @Test("notes the code under which North Yorkshire stands in two years")
  func wrongCode() throws {
    for sheet in PublishedSheet.summaries where sheet.kind == "net" && sheet.year >= 2014 {
      let reading = try PublishedFolder.reading(sheet.path)
      let notes = reading.extract.notes.filter { $0.text.contains("E10000022") }
      // data-council-spending.md section 2: E10000022 in 2015-16 and 2017-18.
      #expect(notes.count == ([2015, 2017].contains(sheet.year) ? 1 : 0))
      #expect(reading.figure("E10000023", "outturn.asc.net")?.value != nil)
    }
  }
}
