import Evidence
import Indicators
import Places

/// What the sections of a place's report share: its values, rounded once for sentence and table.
struct PlaceStory {
  let context: ReportContext
  let place: Place
  /// The name in a sentence: `the West Midlands` would be `West Midlands` in a table.
  let name: String
  let england = "E92000001"
  var notes = MarkdownFootnotes()
  /// Figures drawn so far, as files of the report.
  private(set) var figures: [ReportFile] = []

  init(_ context: ReportContext, _ place: Place) {
    self.context = context
    self.place = place
    name = Self.spoken(place)
  }

  /// Names that take an article in a sentence.
  static func spoken(_ place: Place) -> String {
    let articles = [
      "West Midlands", "North East", "North West", "South East", "South West", "East Midlands",
      "East of England", "West of England", "Liverpool City Region", "Tees Valley",
      "City of London", "Isles of Scilly", "Isle of Wight", "East Riding of Yorkshire",
      "Vale of White Horse", "Forest of Dean", "New Forest", "Derbyshire Dales",
    ]
    let takesOne = place.kind == .footprint || articles.contains(place.name)
    return takesOne ? "the \(place.name)" : place.name
  }

  /// The name at the beginning of a sentence.
  var nameFirst: String { name.hasPrefix("the ") ? "The " + name.dropFirst(4) : name }

  /// The name of whose something is: `Kent’s`, `the West Midlands’`.
  var possessive: String { name + (name.hasSuffix("s") ? "’" : "’s") }

  func indicator(_ id: String) -> Indicator? { context.catalogue.indicator(id) }

  func series(_ id: String) -> [IndicatorValue] { context.table.series(id, place.code) }

  func latest(_ id: String) -> IndicatorValue? { context.table.latest(id, place.code) }

  func value(_ id: String, _ period: Period) -> IndicatorValue? {
    context.table.value(id, place.code, period)
  }

  /// A value as it is printed, in sentence and table alike.
  func rounded(_ value: IndicatorValue?) -> Rounded? {
    guard let value, let number = value.value, let indicator = indicator(value.indicator) else {
      return nil
    }
    return Self.rounded(number, indicator)?.keyed([key(value)])
  }

  /// The row in which a value stands, and the column for another number of it.
  func key(_ value: IndicatorValue, _ column: String = "") -> NumberKey {
    NumberKey(
      indicator: value.indicator, period: value.period.iso,
      place: value.place == place.code ? "" : value.place, column: column)
  }

  /// The count or denominator behind a value, as a whole number.
  func part(_ value: IndicatorValue, _ column: String) -> Rounded? {
    let number = column == "count" ? value.count : value.denominator
    return number.flatMap { Rounded(DecimalOutput.rounded($0, 2)) }?.keyed([key(value, column)])
  }

  /// A limit of a value as it is printed.
  ///
  /// Of a share limits end at 0 and 100, which a published margin may pass.
  func limit(_ value: IndicatorValue, _ column: String) -> Rounded? {
    guard let indicator = indicator(value.indicator),
      let number = column == "lci_95" ? value.lower : value.upper
    else { return nil }
    let shown = indicator.unit == "%" ? min(100, max(0, number)) : number
    let rounded = Self.rounded(shown, indicator)
    return shown == number ? rounded?.keyed([key(value, column)]) : rounded
  }

  /// A number of an indicator as it is printed.
  ///
  /// Rounded from the number as its row has it, so that a reader who follows its key finds a number
  /// that rounds to the printed one.
  static func rounded(_ number: Double, _ indicator: Indicator) -> Rounded? {
    let number = DecimalOutput.rounded(number, indicator.decimals)
    switch indicator.unit {
    case "%": return .percent(number, decimals: indicator.decimals)
    case "people": return Rounded(number, to: .whole)
    case "£": return .money(pounds: number, to: abs(number) >= 1e6 ? .millions() : .whole)
    default:
      guard indicator.isMoney else { return Rounded(number, to: .decimals(indicator.decimals)) }
      return .money(pounds: number, to: abs(number) < 10 ? .penny : .whole)
    }
  }

  /// A table's cell: the number with its marks, or the mark that stands in its place.
  mutating func cell(_ value: IndicatorValue?) -> MarkdownText {
    guard let value else { return "–" }
    if let number = rounded(value) {
      let letters = value.status.subtracting(.blanks).text
      return letters.isEmpty ? "\(number)" : "\(number) \(notes.mark(letters))"
    }
    if value.coverage != nil, let bound = limit(value, "lci_95") { return "at least \(bound)" }
    let letters = value.status.text
    return notes.mark(letters.isEmpty ? "x" : letters)
  }

  /// A table's cell of a change: always with a sign.
  mutating func changeCell(_ value: IndicatorValue?) -> MarkdownText {
    guard let value, let number = rounded(value) else { return cell(value) }
    let letters = value.status.subtracting(.blanks).text
    let text = MarkdownText.number(number, as: number.signedCell)
    return letters.isEmpty ? text : text + " " + notes.mark(letters)
  }

  /// A table's cell with the interval behind the number: `26.1% (25.2% to 27.0%)`.
  mutating func intervalCell(_ value: IndicatorValue) -> MarkdownText {
    guard let number = rounded(value), let lower = limit(value, "lci_95"),
      let upper = limit(value, "uci_95")
    else { return cell(value) }
    let range: MarkdownText =
      .number(lower, as: lower.cell) + " to " + .number(upper, as: upper.cell)
    let letters = value.status.subtracting(.blanks).text
    let marks = letters.isEmpty ? "" : " " + notes.mark(letters)
    return "\(number) (\(range))" + marks
  }

  /// Draws a figure and returns the Markdown that shows it.
  ///
  /// The figure's own text stands in its place unless another is given.
  mutating func draw(
    _ name: String, _ figure: any Figure, alt: String? = nil
  ) -> MarkdownText {
    let path = "figures/\(name).svg"
    figures.append(ReportFile(path: path, text: figure.render()))
    return .picture(path, alt: alt ?? figure.altText)
  }

  /// Adds a file beside the report.
  mutating func attach(_ name: String, _ bytes: [UInt8]) {
    figures.append(ReportFile(path: name, bytes: bytes))
  }

  /// A period in a sentence.
  func phrase(_ period: Period) -> MarkdownText { "\(period.phrase)" }

  /// The services of a council that are shown, with the indicator of their spending per person.
  static let services: [(key: String, name: String, person: String)] = [
    ("csc", "Children’s social care", "child"), ("asc", "Adult social care", "adult"),
    ("phs", "Public health", "head"), ("hou", "Housing (General Fund)", "head"),
    ("cul", "Culture, libraries, parks and leisure", "head"),
    ("env", "Environment and regulation", "head"), ("plan", "Planning and development", "head"),
    ("trans", "Highways and transport", "head"), ("cen", "Central services", "head"),
  ]

  /// True for England's own report, which has no column of England beside it.
  var isEngland: Bool { place.code == england }

  /// True for a place whose figures are made from those of its councils.
  var isJoined: Bool {
    place.tier == .combined || place.tier == .region || place.kind == .footprint
  }

  /// England's value beside the place's, as the one cell of a column that England's own report
  /// leaves out.
  mutating func nation(_ id: String, _ period: Period) -> [MarkdownText] {
    isEngland ? [] : [cell(context.table.value(id, england, period))]
  }

  /// The heading of England's column.
  func nationColumn(_ year: String = "") -> [MarkdownTable.Column] {
    isEngland ? [] : [.number(year.isEmpty ? "England" : "England, \(year)")]
  }

  /// The fifth among comparable councils, for a council's report only.
  func fifth(_ value: IndicatorValue?) -> [MarkdownText] {
    place.tier.isCouncil ? [PlacePeople.fifth(value?.quintile)] : []
  }

  /// The heading of that column.
  var fifthColumn: [MarkdownTable.Column] {
    place.tier.isCouncil ? [.init("Among comparable councils")] : []
  }

  /// True where the place runs a service or is a group of places that do.
  func runs(_ key: String) -> Bool {
    guard place.tier.isCouncil else { return true }
    return !series("\(key)_share").allSatisfy { $0.status.contains(.notApplicable) }
  }
}
