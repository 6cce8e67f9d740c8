/// RS sheets to 2017-18: headings instead of codes, the measure named in the title only.
enum SummaryFixture {
  static let services = [
    "Education services", "Highways and transport services", "Children Social Care",
    "Adult Social Care", "Housing services (GFRA only)", "Cultural and related services",
    "Environmental and regulatory services", "Planning and development services",
    "Police services", "Fire and rescue services", "Central services", "Other services",
    "TOTAL SERVICE EXPENDITURE\n(total of lines 190 to 698)",
  ]

  /// The columns that follow in the net current expenditure sheet.
  static let others = [
    "Parish Precepts", "NET CURRENT EXPENDITURE",
    "REVENUE EXPENDITURE\n(total of lines 799 to 839)",
    "Revenue expenditure funded from capital by statute",
    "Other earmarked financial reserves level\nat 1 April",
    "Other earmarked financial reserves level\nat 31 March", "Something else",
  ]

  /// Service figures that begin with some and end with their total.
  static func net(_ first: [Int]) -> [String] {
    let parts = first + [Int](repeating: 0, count: services.count - 1 - first.count)
    return (parts + [parts.reduce(0, +)]).map(String.init)
  }

  static let title = "Revenue Outturn Summary (RS) 2011-12: data by local authority"

  /// A sheet without ONS codes, as those to 2012-13.
  static func sheet(
    title: String = title, measure: String = "Net current expenditure (£ thousand)",
    extra: Bool = true
  ) -> [[String]] {
    let tail: [[String]] =
      extra
      ? [
        ["5", "1005", "1100", "7", "20", "30", "1"], ["0", "2", "3", "4", "5", "6", "7"],
        ["0", "0", "0", "0", "0", "0", "0"], ["6", "1010", "1110", "8", "25", "36", "8"],
      ]
      : [[], [], [], []]
    return Sheet.rectangle([
      [title], [], [measure], [],
      ["", "", "", "", ""] + OutturnFixture.all("", 12) + ["Services", "Levies"],
      ["E-code", "Local authority", "", "Class", ""] + services + (extra ? others : []), [],
      ["E9001", "Northam UA", "", "UA", ""] + net([500, 60, 70, 80]) + tail[0],
      ["E9021", "Mereshire CC", "", "SC", ""] + net([900, 10, 20, 30]) + tail[1], [],
      ["E6901", "Mereshire Fire Authority", "", "O", ""]
        + net([0, 0, 0, 0, 0, 0, 0, 0, 0, 40]) + tail[2], [],
      ["", "ENGLAND", "", "", ""] + net([1400, 70, 90, 110, 0, 0, 0, 0, 0, 40]) + tail[3], [],
      ["", "CLASS BREAKDOWN"],
      ["", "UNITARY AUTHORITIES", "", "UA", ""] + net([500, 60, 70, 80]) + tail[0],
      ["", "SHIRE COUNTIES", "", "SC", ""] + net([900, 10, 20, 30]) + tail[1], [],
      ["Source: Department of Invention Revenue Outturn (RO) returns"], [], ["Notes"],
      ["1. These figures are invented."], ["", "https://example.org/"],
    ])
  }
}
