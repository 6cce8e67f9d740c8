import Tabular

/// What the columns of a Section 251 outturn table hold, by their headings.
///
/// The wording changes every year (`OWN PROVISION`, `Own Provision (y)`, `OwnProvision`), so
/// headings are compared without blanks, signs and the letters in brackets.
struct Section251Columns {
  /// A kind of money, with the last part of its measures' ids.
  enum Money: String, CaseIterable {
    case own, `private`, voluntary, gross, income, net
    /// Bought from, or paid to, other public bodies.
    case otherPublic = "other_public"
    /// Own and other public provision together, as the tables to 2008-09 give it.
    case `public`
    /// Grants within the settlement for councils (aggregate external finance).
    case grantsInside = "grants_inside"
    /// Grants outside it.
    case grantsOutside = "grants_outside"
    /// What is left to pay after grants.
    case netRevenue = "net_revenue"

    /// What a measure of this kind is, in words.
    var words: String {
      switch self {
      case .own: "own provision"
      case .private: "bought from private providers"
      case .voluntary: "bought from voluntary bodies"
      case .gross: "total expenditure"
      case .income: "total income"
      case .net: "net current expenditure"
      case .otherPublic: "bought from other public bodies"
      case .public: "own and other public provision"
      case .grantsInside: "government grants inside aggregate external finance"
      case .grantsOutside: "government grants outside aggregate external finance"
      case .netRevenue: "net revenue expenditure"
      }
    }
  }

  /// A column of money.
  struct Column {
    let index: Int
    let money: Money
  }

  /// The row of the headings.
  let headerRow: Int
  /// How many fields a row has.
  let width: Int
  /// The column of the authority's number.
  let number: Int
  /// The column of the line's name.
  let label: Int
  /// The column of the line's number, where it stands apart from the name.
  let line: Int?
  /// The columns of money, in their order.
  let money: [Column]

  /// Finds the headings in the leading rows; nil where they are not those of such a table.
  init?(_ sheet: Table) {
    for index in sheet.rows.indices.prefix(10) {
      let keys = sheet.rows[index].fields.map(Self.key)
      func at(_ names: Set<String>) -> Int? { keys.firstIndex(where: names.contains) }
      guard let number = at(Self.numbers), let label = at(Self.labels),
        Self.needed.allSatisfy({ kind in keys.contains { Self.money[$0] == kind } })
      else { continue }
      var seen: Set<Money> = []
      headerRow = index
      width = keys.count
      self.number = number
      self.label = label
      line = at(Self.lines)
      money = keys.enumerated().compactMap { column, key in
        guard let kind = Self.money[key], seen.insert(kind).inserted else { return nil }
        return Column(index: column, money: kind)
      }
      return
    }
    return nil
  }

  /// What the leading rows lack of such a table's headings, or nil where they have too little.
  static func missing(_ sheet: Table) -> [String]? {
    for row in sheet.rows.prefix(10) {
      let keys = row.fields.map(key)
      var missing: [String] = []
      if !keys.contains(where: numbers.contains) { missing.append("the authority's number (LA)") }
      if !keys.contains(where: labels.contains) { missing.append("the line's name") }
      for kind in needed where !keys.contains(where: { money[$0] == kind }) {
        missing.append(kind.words)
      }
      if missing.count == 1 { return missing }
    }
    return nil
  }

  private static let needed: [Money] = [.gross, .income, .net]
  private static let numbers: Set<String> = [
    "la", "lea", "lanumber", "leanumber", "lacode", "leacode", "lano", "leano",
  ]
  private static let labels: Set<String> = [
    "s52linereference", "s251linereference", "cypservicedescription", "servicedescription",
    "linedescription", "description",
  ]
  private static let lines: Set<String> = ["line", "linenumber", "lineno"]
  private static let money: [String: Money] = [
    "own": .own, "ownprovision": .own, "private": .private, "privateprovision": .private,
    "voluntary": .voluntary, "voluntaryprovision": .voluntary, "public": .public,
    "otherpublic": .otherPublic, "otherpublicprovision": .otherPublic,
    "totalexpenditure": .gross, "grossexpenditure": .gross, "income": .income,
    "totalincome": .income, "netcurrentexpenditure": .net,
    "govtgrantsinsideaef": .grantsInside, "govgrantsinsideaef": .grantsInside,
    "govtgrantsoutsideaef": .grantsOutside, "govgrantsoutsideaef": .grantsOutside,
    "leanetrevenueexpenditure": .netRevenue, "lanetrevenueexpenditure": .netRevenue,
  ]

  /// A heading without blanks and without the letters that follow it in brackets: `Private (z(i))`.
  private static func key(_ heading: String) -> String {
    var words = CellText.key(heading).split(separator: " ")
    while words.count > 1, let last = words.last, marks.contains(String(last)) {
      words.removeLast()
    }
    return words.joined()
  }

  private static let marks: Set<String> = [
    "i", "ii", "iii", "k", "l", "m", "n", "o", "p", "x", "y", "z",
  ]
}
