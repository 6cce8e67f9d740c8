import Foundation
import Testing

@Suite("A shipped report")
struct ShippedReportTests {
  @Test("is there for every publication")
  func published() {
    #expect(ShippedReport.all.count >= 24)
    for slug in ["greater-manchester", "west-midlands-e47000007", "birmingham", "england"] {
      #expect(ShippedReport.all.contains { $0.slug == slug })
    }
  }

  @Test("explains every marker it uses, once, and no other", arguments: ShippedReport.all)
  func footnotes(report: ShippedReport) throws {
    let text = try report.lines().filter { !$0.hasPrefix("![") }
    var used: Set<String> = []
    var linked: [String] = []
    var defined: [String] = []
    for line in text {
      if let match = line.firstMatch(of: /^\[\^([a-z]+)\]: ./) {
        defined.append(String(match.1))
        continue
      }
      used.formUnion(line.matches(of: /\\\[([a-z])\]/).map { String($0.1) })
      linked += line.matches(of: /\[\^([a-z]+)\]/).map { String($0.1) }
    }
    #expect(Set(defined) == used && defined.count == used.count)
    #expect(linked.count == used.count && Set(linked) == used)
    // The order of the status letters: DESIGN.md section 9.
    let order = "cxzkuprefb".map(String.init)
    #expect(defined == order.filter(defined.contains))
  }

  @Test("links every figure beside it, each with a text in its place", arguments: ShippedReport.all)
  func figures(report: ShippedReport) throws {
    var linked: [String] = []
    for line in try report.lines() where line.hasPrefix("![") {
      let match = try #require(line.firstMatch(of: /^!\[(.+)\]\(figures\/([a-z-]+\.svg)\)$/))
      #expect(match.1.count > 30, "\(line)")
      linked.append(String(match.2))
    }
    #expect(linked.sorted() == report.figures() && Set(linked).count == linked.count)
    for name in linked {
      let figure = try report.figure(name)
      #expect(figure.contains("<title") && figure.contains("<desc"), "\(name)")
      #expect(!figure.contains("nan") && !figure.contains("inf\""), "\(name)")
    }
  }

  @Test("has tables whose rows are as wide as their heads", arguments: ShippedReport.all)
  func tables(report: ShippedReport) throws {
    var width: Int?
    for line in try report.lines() {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      // A bar within a cell is written `&#124;`.
      let cells = line.filter { $0 == "|" }.count - 1
      #expect(width == nil || cells == width, "\(line)")
      #expect(!ShippedReport.cells(line)[0].isEmpty, "\(line)")
      width = cells
    }
  }

  @Test("has one title, headings in order and no empty section", arguments: ShippedReport.all)
  func headings(report: ShippedReport) throws {
    let lines = try report.lines().filter { !$0.isEmpty }
    var level = 0
    var titles = 0
    for (index, line) in lines.enumerated() where line.hasPrefix("#") {
      let depth = line.prefix { $0 == "#" }.count
      #expect(depth <= level + 1, "\(line)")
      level = depth
      titles += depth == 1 ? 1 : 0
      let next = index + 1 < lines.count ? lines[index + 1] : "# none"
      let below = next.prefix { $0 == "#" }.count
      #expect(below == 0 || below > depth, "nothing stands below '\(line)'")
    }
    #expect(titles == 1)
  }

  /// The parts that every report has, by how their headings begin.
  private static let parts = [
    "Each service, per person", "Before fees and other income", "What the money went on",
    "Children’s services: early help", "How much is prevention", "Adults and public health",
    "Children looked after", "Adult social care", "Homelessness", "People into work",
    "Better health", "Opportunity for the young", "Less violence",
    "What each way of paying sick pay", "How far these figures can be trusted",
    "How each service changed", "What the money rests on", "Staff, reserves and debt",
    "Figures to doubt",
    "Where definitions changed", "What to keep in mind", "What to know of the outcome measures",
    "Sources",
  ]

  @Test(
    "has thirteen sections and the same parts in each, or says why one is empty",
    arguments: ShippedReport.all)
  func parts(report: ShippedReport) throws {
    let lines = try report.lines()
    #expect(lines.filter { $0.hasPrefix("## ") }.count == 13)
    for part in Self.parts {
      #expect(lines.contains { $0.hasPrefix("### \(part)") }, "\(part)")
    }
    // What each way gives and what it was worth stand apart: the second may not be held.
    #expect(
      lines.contains { $0.hasPrefix("### ") && $0.lowercased().contains("sick pay was worth") })
    let headings = lines.indices.filter { lines[$0].hasPrefix("#") }
    for (index, next) in zip(headings, headings.dropFirst() + [lines.count]) {
      let own = lines[(index + 1)..<next].joined()
      let isParent =
        next < lines.count && lines[next].hasPrefix(lines[index].prefix { $0 == "#" } + "#")
      #expect(isParent || own.count > 40, "\(lines[index])")
    }
  }

  @Test("ranks nobody and prints no number that is none", arguments: ShippedReport.all)
  func words(report: ShippedReport) throws {
    let text = try report.lines().joined(separator: "\n")
    let words = text.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() }
    for word in [
      "nan", "inf", "nil", "optional", "rank", "ranked", "ranks", "league", "worst", "best",
    ] {
      #expect(!words.contains(word), "'\(word)'")
    }
    // The rule between a table's head and its rows is made of dashes.
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("| ---") }
    for signs in ["£-", "--", "−−", "%%", "££"] {
      let found = lines.first { $0.contains(signs) }
      #expect(found == nil, "'\(signs)' in: \(found ?? "")")
    }
  }

  @Test(
    "says in its sentences the numbers of its tables, digit for digit",
    arguments: ShippedReport.all)
  func sentences(report: ShippedReport) throws {
    let text = try report.lines().joined(separator: "\n")
    if let finding = text.firstMatch(of: /Early help took ([\d.]+%) of .+? in (\d{4}) to (\d{4})/) {
      let head = try #require(try report.rows("Part of children’s services").first)
      let row = try #require(try report.rows("Early help: share").first)
      let label = "\(finding.2)-\(finding.3.suffix(2))"
      let column = try #require(head.firstIndex(of: label))
      #expect(row[column].hasPrefix(finding.1), "\(row[column]) against \(finding.1)")
    }
    let heading = text.firstMatch(
      of: #/\#\# .+ looked after ([\d.]+%) .+ than in 2021; each cost ([\d.]+%) /#)
    if let heading {
      let number = try #require(try report.rows("Number: change since March 2021").first)[2]
      let cost = try #require(try report.rows("Cost of each: real change since 2020-21").first)[2]
      // A minus is the sign U+2212.
      let signs = #/[−+]/#
      #expect(number.replacing(signs, with: "").hasPrefix(heading.1))
      #expect(cost.replacing(signs, with: "").hasPrefix(heading.2))
    }
    if let people = text.firstMatch(of: /had ([\d,]+) residents in mid-(\d{4})/) {
      let year = try #require(Int(people.2))
      let row = try report.rows("\(year) to \(year + 1)").first
      #expect(row?.last == String(people.1))
    }
  }

  @Test("gives in its findings what stands in its table of values", arguments: ShippedReport.all)
  func values(report: ShippedReport) throws {
    let records = try report.indicators()
    let text = try report.lines().joined(separator: "\n")
    func rounded(_ indicator: String, _ year: Substring) -> Double? {
      records.first { $0[3] == indicator && $0[4] == "\(year)-04-01/P1Y" }
        .flatMap { Double($0[5]) }?.rounded()
    }
    for (name, indicator) in [
      ("Adult social care", "asc_net_head_real"),
      ("Culture, libraries, parks and leisure together", "cul_net_head_real"),
    ] {
      let pattern = try Regex("- \(name) cost £([\\d,]+) a head in (\\d{4}) to")
      guard let match = text.firstMatch(of: pattern), let pounds = match[1].substring,
        let year = match[2].substring
      else { continue }
      #expect(rounded(indicator, year) == Double(pounds.replacing(",", with: "")))
    }
  }

  @Test("has a table of values that says the same as those by indicator")
  func tablesByIndicator() throws {
    var own: [String: [String]] = [:]
    for slug in ["manchester", "west-midlands-e47000007", "england"] {
      let report = ShippedReport(slug: slug)
      let place = try report.indicators()[1][0]
      // Below them stand the rows of other places that it quotes.
      own[place] = try report.valueLines().filter { $0.hasPrefix(place) }
    }
    let indicators = Set(own.values.joined().map { $0.split(separator: ",")[3] }).sorted()
    var found: [String: [String]] = [:]
    for indicator in indicators {
      for line in try ShippedReport.tableLines(String(indicator), of: Set(own.keys)) {
        found[String(line.prefix(9)), default: []].append(line)
      }
    }
    #expect(indicators.count > 100)
    for (place, lines) in own { #expect(lines.sorted() == found[place]?.sorted(), "\(place)") }
  }

  @Test("has a reason in every row of values without a number")
  func reasons() throws {
    for report in ShippedReport.all {
      let records = try report.indicators()
      let header = records[0]
      let status = try #require(header.firstIndex(of: "status"))
      let lower = try #require(header.firstIndex(of: "lci_95"))
      let upper = try #require(header.firstIndex(of: "uci_95"))
      for record in records.dropFirst() {
        #expect(record.count == header.count)
        let isBlank = record[status].contains { "cxz".contains($0) }
        #expect(record[5].isEmpty == isBlank, "\(record)")
        // A lower limit stands with an upper one, or alone as what is known of a partial total.
        #expect(
          record[lower].isEmpty == record[upper].isEmpty || record[5].isEmpty, "\(record)")
      }
    }
  }

  @Test("names the councils that published nothing and gives a lower bound only")
  func partial() throws {
    // analysis.md section 1, row 11.
    let text = try ShippedReport(slug: "west-midlands-e47000007").lines().joined(separator: "\n")
    #expect(text.contains("In 2024 to 2025 Birmingham published no outturn."))
    #expect(text.contains("lower bounds covering 61% of people"))
    #expect(text.contains("| Councils | at least £2,037.3 million |"))
    let silent = try ShippedReport(slug: "birmingham").lines().joined(separator: "\n")
    #expect(
      silent.contains("no outturn for 2022 to 2023, 2023 to 2024 and 2024 to 2025"))
  }

  @Test("tells who spends in Greater Manchester: analysis.md section 3, row 4")
  func bodies() throws {
    let report = ShippedReport(slug: "greater-manchester")
    let text = try report.lines().joined(separator: "\n")
    #expect(
      text.contains(
        "Of each £1 spent outside education: councils 65p, combined authority 17p and police 18p"))
    // Some of their returns were not yet certified.
    #expect(text.contains("| Councils | £3,331.5 million \\[p]"))
    #expect(text.contains("| All of these | £5,116.2 million \\[p]"))
  }
}
