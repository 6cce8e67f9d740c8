/// Outturn sheets with invented authorities and figures, in the shapes that were published.
///
/// Shapes: data-council-spending.md section 2.
enum OutturnFixture {
  /// The seven figures of a service from four of them, as the form adds them up.
  static func seven(_ employees: Int, _ running: Int, _ fees: Int, _ other: Int) -> [String] {
    [
      employees, running, employees + running, fees, other, fees + other,
      employees + running - fees - other,
    ].map(String.init)
  }

  /// Cells that are all alike: what an authority without a return has.
  static func all(_ marker: String, _ count: Int) -> [String] {
    [String](repeating: marker, count: count)
  }

  static let suffixes = [
    "empl", "run-exp", "tot-exp", "sfc", "oth-inc", "tot-inc", "net-cur-exp",
  ]

  static let headings = [
    "Employees\n (C1)", "Running Expenses\n (C2)", "Total Expenditure\n (C3 = C1 + C2)",
    "Sales, Fees and Charges\n (C4)", "Other Income\n (C5)", "Total Income\n (C6 = C4 + C5)",
    "Net Current Expenditure\n (C7 = C3 - C6)",
  ]

  static let keys = [
    "E-code", "ONS Code", "Local authority", "Notes", "Class", "Detailed Class", "Certified",
  ]

  static let services = [
    ("edu", "Education services"), ("asc", "Adult social care"),
    ("oth", "Other services"), ("tot", "Total service expenditure"),
  ]

  static var codes: [String] {
    all("", 7) + services.flatMap { service in suffixes.map { "RSX-\(service.0)-\($0)" } }
  }

  static var header: [String] {
    keys
      + services.flatMap { service in
        headings.map { "\(service.1)- \($0.replacing("\n", with: "")) [note 3]" }
      }
  }

  /// Education, adult care and other services with their total.
  static func authority(
    _ key: [String], edu: [String], asc: [String], oth: [String] = seven(0, 0, 0, 0)
  ) -> [String] {
    let total = edu.indices.map { index in
      String([edu, asc, oth].reduce(0) { $0 + (Int($1[index]) ?? 0) })
    }
    return key + edu + asc + oth + total
  }

  static let silent =
    [
      "E9201", "E08000901", "Millbridge", "M", "MD", "MD", "[x]",
    ] + all("[x]", 28)

  static let rows: [[String]] = [
    authority(
      ["E9001", "E06000901", "Northam UA", "", "UA", "UA", "Y"], edu: seven(500, 300, 40, 60),
      asc: seven(100, 900, 120, 80), oth: seven(1, 2, 3, 4)),
    silent,
    authority(
      ["E9021", "E10000901", "Mereshire", "", "SC", "SC", "N"], edu: seven(900, 100, 0, 0),
      asc: seven(50, 150, 30, 20)),
    authority(
      ["E5100", "E61000901", "Greater Thornwick Authority", "", "O", "GLA", "Y"],
      edu: seven(0, 0, 0, 0), asc: seven(0, 0, 0, 0), oth: seven(70, 30, 0, 0)),
  ]

  static let england = authority(
    ["Eng", "E92000001", "ENGLAND", "", "Eng", "Eng", "[Y]"], edu: seven(1400, 500, 45, 65),
    asc: seven(200, 1200, 160, 110), oth: seven(71, 32, 3, 4))

  /// Class totals, with the one authority that stands a second time among them.
  static let classes: [[String]] = [
    authority(
      ["[Y]", "E06", "Unitary Authorities", "", "UA", "UA", "1"], edu: seven(500, 300, 40, 60),
      asc: seven(100, 900, 120, 80)),
    rows[3],
    authority(
      ["[Y]", "E10", "Shire Counties", "", "SC", "SC", "0"], edu: seven(900, 100, 0, 0),
      asc: seven(50, 150, 30, 20)),
  ]

  /// RSX as in 2022-23 and 2023-24: four rows of codes between title and header.
  static func codesAbove(title: String = titles[0], unit: String = titles[1]) -> [[String]] {
    Sheet.rectangle(
      [
        [title], [unit], [titles[2]], [titles[3]], ["Last updated: 14thDecember 2023"],
        ["Rows 7-10 are hidden."], codes, all("", 7) + all("C1R190", 28),
        ["", "", "", "", "", "Row_no", ""] + all("190", 28),
        ["", "", "", "", "", "Col_no", ""] + all("1", 28), header,
      ] + rows + [england, header] + classes)
  }

  /// RSX as in 2024-25: the codes are the sheet's last row.
  static func codesLast() -> [[String]] {
    Sheet.rectangle(
      [
        [titles[0]], [titles[1]], [titles[2]], ["Blank cells indicate that there is no note."],
        ["Row 431 is hidden."], [titles[3]], header,
      ] + rows + [england, header] + classes + [codes])
  }

  static let titles = [
    "Worksheet 2: Revenue Outturn (RO) 2022-23: Service Expenditure Summary (RSX) data",
    "This worksheet contains 2 tables. Data is reported in £ thousand.",
    "Produced on a non-IAS19 and PFI \"Off Balance Sheet\" basis.",
    "Source: Ministry of Invention Revenue Outturn (RO) returns 2022-23",
  ]
}
