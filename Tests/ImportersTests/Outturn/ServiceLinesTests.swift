import Evidence
import Testing

@testable import Importers

/// RO3 sheets: the lines of one service.
@Suite("An RO3 sheet")
struct ServiceLinesTests {
  private static let adults = "ascsclcrradl"
  private static let older = "ascsclcrrold"
  private static let lines = [
    ("cscsr", "Children's social care: Sure Start [note 5]"),
    (adults, "Adult social care: support to carers aged 18 to 64"),
    (older, "Adult social care: support to carers aged 65 and over"),
  ]

  /// The codes of a sheet; swapped as in 2022-23.
  private static func codes(isSwapped: Bool) -> [String] {
    var codes = OutturnFixture.all("", 7)
    for line in lines {
      for suffix in OutturnFixture.suffixes {
        var name = line.0
        if isSwapped, suffix == "tot-inc", name != "cscsr" {
          name = name == adults ? older : adults
        }
        codes.append("RO3-\(name)-\(suffix)")
      }
    }
    return codes
  }

  /// A two-row header: the line above the first of its seven columns, numbers stuck on the rest.
  private static func twoRows(isSwapped: Bool = false) -> [[String]] {
    var names = OutturnFixture.all("", 7)
    var headings = OutturnFixture.keys
    for (index, line) in lines.enumerated() {
      names += [line.1] + OutturnFixture.all("", 6)
      for (offset, heading) in OutturnFixture.headings.enumerated() {
        headings.append(index == 0 ? heading : "\(heading)\(index * 7 + offset)")
      }
    }
    return Sheet.rectangle([
      ["Worksheet 2: Revenue Outturn (RO) 2022-23: Social Care and Public Health (RO3) data"],
      ["Data is reported in £ thousand."], codes(isSwapped: isSwapped), names, headings,
      ["E9001", "E06000901", "Northam", "", "UA", "UA", "Y"]
        + OutturnFixture.seven(10, 20, 3, 4) + OutturnFixture.seven(100, 200, 30, 40)
        + OutturnFixture.seven(500, 600, 70, 80),
      ["Eng", "E92000001", "ENGLAND", "", "Eng", "Eng", "[Y]"]
        + OutturnFixture.seven(11, 21, 3, 4) + OutturnFixture.seven(101, 201, 30, 40)
        + OutturnFixture.seven(501, 601, 70, 80),
    ])
  }

  @Test("with a two-row header and numbers stuck on its headings is read by its codes")
  func header() throws {
    let reading = try FileReading.of(Self.twoRows())
    #expect(reading.source.layout == "outturn-service")
    #expect(reading.said("E06000901", "ro3.cscsr.gross") == "3000000")
    #expect(reading.said("E06000901", "ro3.ascsclcrradl.income") == "7000000")
    #expect(reading.said("E06000901", "ro3.ascsclcrrold.net") == "95000000")
    #expect(reading.extract.notes.isEmpty && reading.extract.ledger.balances)
    #expect(reading.extract.ledger.skippedInWords == "3 preamble, 2 header")
  }

  @Test("names each of a line's measures by the line, though it stands above the first only")
  func titles() throws {
    let measures = try FileReading.of(Self.twoRows()).extract.measures
    let title = { (id: String) in measures.first { $0.id == id }?.title }
    #expect(title("ro3.cscsr.empl") == "Children's social care: Sure Start: employees")
    #expect(title("ro3.cscsr.net") == "Children's social care: Sure Start: net current expenditure")
    #expect(
      title("ro3.ascsclcrrold.income")
        == "Adult social care: support to carers aged 65 and over: total income")
    #expect(measures.first { $0.id == "ro3.cscsr.net" }?.service == "csc")
    #expect(measures.first { $0.id == "ro3.ascsclcrrold.net" }?.service == "asc")
  }

  @Test("with two swapped codes is put right, and that is noted")
  func swapped() throws {
    let right = try FileReading.of(Self.twoRows())
    let repaired = try FileReading.of(Self.twoRows(isSwapped: true))
    #expect(Set(repaired.extract.observations) == Set(right.extract.observations))
    #expect(repaired.extract.notes.count == 1)
    let note = try #require(repaired.extract.notes.first)
    #expect(note.line == 3 && note.text.contains("ro3.ascsclcrradl.income"))
    #expect(repaired.said("E06000901", "ro3.ascsclcrradl.income") == "7000000")
    #expect(repaired.said("E06000901", "ro3.ascsclcrrold.income") == "15000000")
  }

  @Test("with a one-row header is named by the line before the dash")
  func oneRow() throws {
    var rows = Self.twoRows()
    rows.remove(at: 3)
    for (index, line) in Self.lines.enumerated() {
      for (offset, heading) in OutturnFixture.headings.enumerated() {
        let words = heading.replacing("\n", with: "")
        rows[3][7 + index * 7 + offset] = "\(line.1) - \(words)"
      }
    }
    rows.append(rows.remove(at: 2))
    let reading = try FileReading.of(rows)
    #expect(reading.said("E06000901", "ro3.ascsclcrrold.net") == "95000000")
    #expect(
      reading.extract.measures.first { $0.id == "ro3.ascsclcrrold.net" }?.title
        == "Adult social care: support to carers aged 65 and over: net current expenditure")
  }
}
