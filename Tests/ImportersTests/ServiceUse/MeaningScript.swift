import Foundation

/// What Python finds of a cell on its own: its text, the code of the place, the heading of the
/// column, the period and what the row is about, each looked up by the publisher's names.
enum MeaningScript {
  /// What a cell says and what it is about.
  struct Finding {
    let text: String
    /// The code of the place as the row gives it.
    let code: String
    /// The words above the column.
    let heading: String
    /// ISO 8601, or `about 2018` where the row gives a year of unknown kind.
    let period: String
    /// The words that tell the rows of one place and period apart.
    let subject: [String]
  }

  /// Looks up cells by line and column; nil where Python is not at hand or fails.
  static func findings(
    in file: URL, at places: [(line: Int, field: Int)]
  ) throws -> [Finding]? {
    let input = ([file.path] + places.map { "\($0.line) \($0.field)" }).joined(separator: "\n")
    let lines = try Python.run(program, input).split(separator: "\n").map(String.init)
    guard lines.count == places.count else { return nil }
    return lines.map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Finding(
        text: parts[0], code: parts[1], heading: parts[2], period: parts[3],
        subject: parts.dropFirst(4).map { $0 })
    }
  }

  /// Publishers' files told apart by their columns and titles, as a reader would.
  private static let program = """
    import csv, re, sys
    MONTHS = ("January February March April May June July August September October "
              "November December").split()
    DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    def flat(text): return " ".join(text.split())

    def own(name):
        words = re.findall(r"\\w+", name.upper())
        known = {"INNER LONDON": "E13000001", "OUTER LONDON": "E13000002"}
        return known.get(" ".join(words), words and "PW-" + "-".join(words))

    def years(text):
        text = text.strip()
        if re.fullmatch(r"\\d{4}-\\d\\d-\\d\\d/P\\w+", text): return text
        pair = re.fullmatch(r"(\\d{4})(/| to |-)(\\d{4}|\\d\\d)", text)
        if pair and int(pair[3]) % 100 == (int(pair[1]) + 1) % 100: return pair[1] + "-04-01/P1Y"
        return text + "-01-01/P1Y" if re.fullmatch(r"\\d{4}", text) else "? " + text

    def quarter(title, is_stock):
        day = re.search(r"(\\d+)\\w* (%s) (\\d{4})" % "|".join(MONTHS), title)
        if day: return "%s-%02d-%02d/P0D" % (day[3], MONTHS.index(day[2]) + 1, int(day[1]))
        span = re.search(r"(\\w+) to (\\w+) (\\d{4})", title)
        first, last = MONTHS.index(span[1]) + 1, MONTHS.index(span[2])
        if is_stock: return "%s-%02d-%02d/P0D" % (span[3], last + 1, DAYS[last])
        return "%s-%02d-01/P3M" % (span[3], first)

    def stacked(rows, first, column):
        above = [row for row in rows[1:first]]
        own = [flat(row[column]) for row in above if flat(row[column])]
        groups = []
        for row in above:
            left = [flat(cell) for cell in row[4:column + 1] if flat(cell)]
            groups.append(left[-1] if left else "")
        return " | ".join(own[-1:] + groups)

    request = sys.stdin.read().splitlines()
    rows, lines = [], {}
    with open(request[0], encoding="utf-8-sig", newline="") as file:
        reader, start = csv.reader(file), 1
        for row in reader:
            lines[start] = len(rows)
            rows.append(row)
            start = reader.line_num + 1
    title = rows[0][0]
    homeless = title.startswith("Table ") and "England," in title
    if homeless:
        first = next(i for i, row in enumerate(rows) if row[0] == "E92000001")
        table = title.split()[1].lower()
    else:
        head = next(i for i, row in enumerate(rows)
                    if len([cell for cell in row if cell.strip()]) > 3)
        names = [flat(cell) for cell in rows[head]]

    def get(row, *wanted):
        for name in wanted:
            if name in names: return row[names.index(name)]
        return ""

    for place in request[1:]:
        line, field = map(int, place.split())
        row = rows[lines[line]]
        text, subject = flat(row[field - 1]), []
        if homeless:
            code, heading = row[0], stacked(rows, first, field - 1)
            when, subject = quarter(title.replace(chr(10), " "), table == "ta1"), [table]
        else:
            heading = names[field - 1]
            if "Indicator ID" in names:
                code, when = get(row, "Area Code"), years(get(row, "Time period"))
                subject = [get(row, "Indicator ID"), get(row, "Sex"), get(row, "Category")]
            elif "IndicatorId" in names:
                code, when = get(row, "AreaCode"), "about " + get(row, "Year")
                subject = [get(row, "IndicatorId"), get(row, "Sex"), get(row, "CategoryType")]
            elif "areacd" in names:
                code, when = get(row, "areacd"), get(row, "period")
                subject = [get(row, "indicator")]
            elif "time_period" in names:
                level = get(row, "geographic_level")
                code = get(row, {"National": "country_code", "Regional": "region_code"}
                           .get(level, "new_la_code"))
                when, year = get(row, "time_period"), int(get(row, "time_period"))
                if get(row, "time_identifier") == "Reporting year":
                    when = "%d-04-01/P1Y" % (year - 1)
                elif get(row, "time_identifier") == "Calendar year": when = "%d-01-01/P1Y" % year
                subject = [get(row, name) for name in
                           ("care_leaver_age", "breakdown", "population_type")]
            elif "Short Desc" in names:
                code, when = get(row, "LA Number"), "about " + get(row, "Years")[:4]
                subject = [get(row, "Short Desc"), get(row, "LA and Regions")]
            elif "ONS area code" in names:
                code, when = get(row, "ONS area code"), years(heading.split(" - ")[0])
                if code == "[z]": code = own(get(row, "Local authority"))
                subject = [title.split(":")[0]]
            elif "Police Force Area code" in names:
                code = get(row, "Local Authority code")
                partnership = get(row, "Community Safety Partnership name")
                if not code: code = own(partnership) or get(row, "Police Force Area code")
                ending = re.search(r"year ending December (\\d{4})", title)
                when = ending[1] + "-01-01/P1Y"
            elif "Financial year" in names:
                code, when = get(row, "Local authority code"), years(get(row, "Financial year"))
                subject = [get(row, "Code")]
            else:
                code, when = get(row, "Authority code", "Authority"), years(get(row, "Period"))
        print("\\t".join([text, code, heading, when] + [flat(part) for part in subject]))
    """
}
