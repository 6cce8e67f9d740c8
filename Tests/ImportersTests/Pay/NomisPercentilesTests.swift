import Evidence
import TestSupport
import Testing

@testable import Importers

/// A table of pay as Nomis writes it, with places and pay invented.
private enum NomisSheet {
  /// A table as Nomis writes it.
  static func text(
    title: String = "annual survey of hours and earnings - resident analysis",
    geography: String = "local authority: district / unitary (as of April 2023)",
    pay: String = "Annual pay - gross", sex: String = "Total", date: String = "2024",
    confidence: String = "Standard error as a percentage of the figure",
    _ rows: [String]
  ) -> String {
    ([
      title, "ONS Crown Copyright Reserved [from Nomis on 5 December 2024]", "date,\(date)",
      "sex,\(sex)", "pay,\(pay)", "confidence,\(confidence)",
      "\(geography),,Number of jobs,,Median,,10 percentile,,20 percentile",
      ",,number,conf %,number,conf %,number,conf %,number,conf %",
    ] + rows + [
      "Column Total,,-,-,-,-,-,-,-,-",
      "# These figures are suppressed as statistically unreliable.",
      "- These figures are missing.",
      "Results for 2003, and earlier, exclude supplementary surveys.",
    ]).joined(separator: "\n") + "\n"
  }

  static let districts = [
    "Northam,E06000901,27000,9.9,27504,7.6,9947,18,16616,15",
    "Millbridge,E08000901,38000,8.5,26572,7.8,#,#,-,-",
  ]
}

/// Shapes: data-sick-pay.md section 3 (a); places and pay invented.
@Suite("Percentiles of pay from Nomis")
struct NomisPercentilesTests {
  @Test("are read with their standard errors, signs and place of counting")
  func districts() throws {
    let reading = try FileReading.of(NomisSheet.text(NomisSheet.districts))
    #expect(reading.source.layout == "nomis-percentiles")
    let ledger = reading.extract.ledger
    #expect(ledger.loaded == 2 && ledger.rejected == 0 && ledger.skipped(.note) == 3)
    #expect(ledger.skipped(.total) == 1 && ledger.skipped(.preamble) == 6)
    #expect(ledger.skipped(.header) == 2 && ledger.balances)
    let year = Period.calendarYear(2024)
    #expect(reading.said("E06000901", "ashe.resident.annual.all.p10", year) == "994700")
    #expect(reading.said("E06000901", "ashe.resident.annual.all.p10.cv", year) == "18")
    #expect(reading.said("E06000901", "ashe.resident.annual.all.p50", year) == "2750400")
    #expect(reading.said("E06000901", "ashe.resident.annual.all.jobs", year) == "27000")
    #expect(reading.said("E08000901", "ashe.resident.annual.all.p10", year) == "[xu]")
    #expect(reading.said("E08000901", "ashe.resident.annual.all.p20", year) == "[x]")
    #expect(reading.source.published == "2024-12-05")
    // Notes that begin with the signs are notes.
    #expect(reading.extract.notes.contains { $0.text.hasPrefix("# These figures") })
    let measures = Dictionary(
      reading.extract.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(measures["ashe.resident.annual.all.p10"]?.unit == .pence)
    #expect(measures["ashe.resident.annual.all.jobs"]?.unit == .count)
  }

  @Test(
    "other kinds of pay, groups and places are kept apart",
    arguments: [
      ("Weekly pay - gross", "Male Full Time Workers", "workplace", "weekly.male_full_time"),
      ("Hourly pay - gross", "Female", "resident", "hourly.female"),
      ("Annual pay - gross", "Full Time Workers", "workplace", "annual.full_time"),
    ])
  func kinds(pay: String, sex: String, analysis: String, id: String) throws {
    let text = NomisSheet.text(
      title: "annual survey of hours and earnings - \(analysis) analysis", pay: pay, sex: sex,
      ["Northam,E06000901,27000,9.9,612.40,7.6,9.47,18,16.616,15"])
    let reading = try FileReading.of(text)
    #expect(reading.said("E06000901", "ashe.\(analysis).\(id).p50") == "61240")
    #expect(reading.said("E06000901", "ashe.\(analysis).\(id).p10") == "947")
  }

  @Test("constituencies are kept under their own codes, and said to be outside the register")
  func constituencies() throws {
    let text = NomisSheet.text(
      geography: "parliamentary constituency 2024",
      [
        "Northam North,E14009901,27000,9.9,27504,7.6,9947,18,16616,15",
        "Arfon,W07009901,-,-,-,-,-,-,-,-",
      ])
    let reading = try FileReading.of(text)
    #expect(reading.said("E14009901", "ashe.resident.annual.all.p10") == "994700")
    #expect(reading.said("W07009901", "ashe.resident.annual.all.p10") == "[x]")
    #expect(reading.extract.notes.contains { $0.text.hasPrefix("2 parliamentary constituencies") })
  }

  @Test("a region's or a nation's row is read like a district's")
  func nations() throws {
    let text = NomisSheet.text(
      geography: "countries", ["England,E92000001,27000000,0.2,31602,0.3,11000,0.5,18000,0.4"])
    #expect(try FileReading.of(text).said("E92000001", "ashe.resident.annual.all.p10") == "1100000")
  }

  @Test("a file in which every cell is missing is loaded as missing, not as nothing")
  func missing() throws {
    for sign in ["-", "#"] {
      let cells = [String](repeating: sign, count: 8).joined(separator: ",")
      let reading = try FileReading.of(
        NomisSheet.text(["Northam,E06000901,\(cells)", "Millbridge,E08000901,\(cells)"]))
      #expect(reading.extract.ledger.loaded == 2 && reading.extract.observations.count == 16)
      #expect(reading.extract.observations.allSatisfy { $0.value == nil && $0.status.isBlank })
    }
  }

  @Test("what is not understood is refused by cell, and no row vanishes")
  func rejects() throws {
    let rows =
      NomisSheet.districts + [
        "Thornwick,E09000901,many,9.9,27504,7.6,9947,18,16616,15",
        "Nowhere,E0900,27000,9.9,27504,7.6,9947,18,16616,15",
        "Mereshire,E10000901,27000,9.9,27504",
        "Elsewhere,E06000999,27000,9.9,27504,7.6,9947,18,16616,15",
      ]
    let reading = try FileReading.of(NomisSheet.text(rows))
    #expect(reading.extract.ledger.loaded == 2 && reading.extract.ledger.rejected == 3)
    #expect(reading.extract.ledger.skipped(.unused) == 1)
    #expect(reading.extract.rejects.map(\.line) == [11, 12, 13])
    #expect(reading.extract.rejects[0].reason.contains("'many'"))
  }

  @Test(
    "a head that does not say what is counted is refused",
    arguments: [
      (
        NomisSheet.text(title: "annual survey of hours and earnings", NomisSheet.districts),
        "by home or by workplace"
      ),
      (
        NomisSheet.text(pay: "Hours worked - total", NomisSheet.districts),
        "annual, weekly or hourly pay"
      ),
      (NomisSheet.text(sex: "Aged 16 to 21", NomisSheet.districts), "found the sex"),
      (NomisSheet.text(date: "latest", NomisSheet.districts), "date,2024"),
    ])
  func refusals(text: String, words: String) {
    let error = refusal { () throws(ImportError) in try FileReading.of(text) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "read")")
  }

  @Test("columns of another confidence are left out, and said to be")
  func confidence() throws {
    let reading = try FileReading.of(
      NomisSheet.text(confidence: "95% interval as a percentage", NomisSheet.districts))
    #expect(reading.said("E06000901", "ashe.resident.annual.all.p10") == "994700")
    #expect(reading.said("E06000901", "ashe.resident.annual.all.p10.cv") == "none")
    #expect(reading.extract.notes.contains { $0.text.contains("confidence are not read") })
  }

  @Test(
    "the published file of 2024 is read whole: 350 districts, 107 without a 10th percentile",
    .enabled(if: Reference.isPresent))
  func published() throws {
    let reading = try PublishedFolder.reading("sick-pay/nomis_ashe_resident_annual_2024_lad23.csv")
    #expect(reading.extract.ledger.loaded == 350 && reading.extract.ledger.rejected == 0)
    let lowest = reading.extract.observations.filter {
      $0.measure == "ashe.resident.annual.all.p10"
    }
    #expect(lowest.filter { $0.value == nil }.count == 107)
    let medians = reading.extract.observations.filter {
      $0.measure == "ashe.resident.annual.all.p50"
    }
    #expect(medians.filter { $0.value == nil }.count == 4)
  }
}
