import Evidence
import Places
import Store

/// All figures in memory, by measure, place and period, the newest vintage of each.
///
/// One column a measure, one slice of it a period, one slot of that a place: half a million
/// figures take a few tens of megabytes and are found without hashing.
public struct FigureCube: Sendable {
  /// The figures of one measure.
  struct Column: Sendable {
    /// The measure's id.
    let measure: String
    /// The periods for which there is a figure of some place, in the order in which they came.
    private(set) var periods: [Period] = []
    private var values: [Double] = []
    private var statuses: [UInt16] = []
    private var ranks: [UInt16] = []
    private var parts: [Int: FigureParts] = [:]
    private let places: Int

    init(measure: String, places: Int) {
      self.measure = measure
      self.places = places
    }

    /// The slice of a period, or of the one that stands for it: the same, else the only one that
    /// begins in the same year (a mid-year population for a financial year).
    func slice(of period: Period) -> Int? {
      if let index = periods.firstIndex(of: period) { return index }
      var other: Int?
      for (index, held) in periods.enumerated() where held.year == period.year {
        other = other == nil ? index : -1
      }
      guard let other, other >= 0, period.months == 12 || period.months == 0,
        periods[other].months != period.months
      else { return nil }
      return other
    }

    /// The figure of a place in a slice, or nil where there is none.
    func figure(place: Int, slice: Int) -> Figure? {
      let at = slice * places + place
      guard ranks[at] > 0 else { return nil }
      let value = values[at]
      var figure = Figure(value.isNaN ? nil : value, Status(rawValue: statuses[at]))
      if !parts.isEmpty, let found = parts[at] {
        figure.lower = found.lower
        figure.upper = found.upper
        figure.numerator = found.count
        figure.denominator = found.denominator
      }
      return figure
    }

    /// Keeps a figure unless one is there that does not yield to it; ranks count from 1.
    @inline(__always)
    mutating func keep(
      _ value: Double?, _ status: Status, _ found: FigureParts?, place: Int, slice: Int,
      rank: UInt16, yields: (UInt16) -> Bool
    ) {
      let at = slice * places + place
      guard ranks[at] == 0 || yields(ranks[at]) else { return }
      values[at] = value ?? .nan
      statuses[at] = status.rawValue
      ranks[at] = rank
      if found != nil || !parts.isEmpty { parts[at] = found }
    }

    /// The slice of exactly this period, made where it is new.
    mutating func openSlice(_ period: Period) -> Int {
      if let index = periods.firstIndex(of: period) { return index }
      periods.append(period)
      values += [Double](repeating: .nan, count: places)
      statuses += [UInt16](repeating: 0, count: places)
      ranks += [UInt16](repeating: 0, count: places)
      return periods.count - 1
    }
  }

  private(set) var columns: [Column] = []

  /// The measures of which any figure is held.
  public var measures: Set<String> { Set(columns.map(\.measure)) }

  private var columnOf: [String: Int] = [:]
  /// All places, by code.
  let places: [Place]
  private let placeOf: [String: Int]
  /// The vintages of sources in the order in which they were begun, and which of them, counted from
  /// 1, yield to the last.
  private var vintages: [[UInt8]] = []
  private var yielding: [Bool] = []
  private var lastPlace: (code: String, slot: Int?) = ("", nil)
  /// The column of the figure before, and the one that followed each column last time: files come
  /// sorted, so that a guess is mostly right.
  private var lastColumn = -1
  private var following: [Int] = []

  /// Makes an empty cube over the places of a register.
  public init(register: Register) {
    places = register.places
    placeOf = Dictionary(
      uniqueKeysWithValues: register.places.enumerated().map { ($1.code, $0) })
  }

  /// Reads all figures of a database.
  public init(register: Register, reading connection: borrowing Connection) throws(StoreError) {
    self.init(register: register)
    let ranks = try Self.ranks(connection)
    let cursor = try ObservationCursor(connection)
    var lastStart = ""
    var lastPeriod = Period.financialYear(2000)
    while try cursor.step() {
      guard let place = placeOf[cursor.place] else { continue }
      let start = cursor.periodStart
      if start != lastStart || cursor.periodMonths != lastPeriod.months {
        guard let day = Day(start) else { continue }
        lastStart = start
        lastPeriod = Period(start: day, months: cursor.periodMonths)
      }
      let column = openColumn(cursor.measure)
      let slice = columns[column].openSlice(lastPeriod)
      let rank = ranks[cursor.source] ?? 1
      columns[column].keep(
        cursor.value, Status(cursor.status) ?? [], FigureParts(cursor), place: place, slice: slice,
        rank: rank
      ) { $0 <= rank }
    }
  }

  /// Sources in the order of their vintage: by day of publication, the user's own last.
  private static func ranks(_ connection: borrowing Connection) throws(StoreError) -> [Int: UInt16]
  {
    let statement = try connection.prepare(
      "SELECT id FROM source ORDER BY vintage, origin = 'user', id")
    var ranks: [Int: UInt16] = [:]
    while try statement.step() {
      ranks[statement.int(0)] = UInt16(clamping: ranks.count + 1)
    }
    return ranks
  }

  /// Keeps one figure; for tests and for figures that are computed.
  public mutating func keep(
    _ value: Double?, _ status: Status = [], _ parts: FigureParts? = nil, place: String,
    measure: String, period: Period
  ) {
    guard let place = placeOf[place] else { return }
    let column = openColumn(measure)
    let slice = columns[column].openSlice(period)
    columns[column].keep(value, status, parts, place: place, slice: slice, rank: 1) { $0 <= 1 }
  }

  /// Says that the next figures are of another source, published later or earlier than others.
  ///
  /// Of one vintage the source that comes later is the newer, as when they are read from a database.
  public mutating func begin(vintage: String) {
    vintages.append(Array(vintage.utf8))
    let newest = vintages[vintages.count - 1]
    yielding = [true] + vintages.map { !newest.lexicographicallyPrecedes($0) }
  }

  /// Keeps a figure of the source that was begun, unless a newer source has it as well.
  public mutating func keep(_ figure: Observation) {
    if figure.place != lastPlace.code {
      lastPlace = (figure.place, placeOf[figure.place])
    }
    guard let place = lastPlace.slot else { return }
    let column = openColumn(figure.measure)
    let slice = columns[column].openSlice(figure.period)
    let yielding = yielding
    columns[column].keep(
      figure.value, figure.status, FigureParts(figure), place: place, slice: slice,
      rank: UInt16(clamping: vintages.count)
    ) { $0 < yielding.count && yielding[Int($0)] }
  }

  private mutating func openColumn(_ measure: String) -> Int {
    if lastColumn >= 0 {
      if columns[lastColumn].measure == measure { return lastColumn }
      let next = following[lastColumn]
      if next >= 0, columns[next].measure == measure {
        lastColumn = next
        return next
      }
    }
    let found = columnOf[measure] ?? columns.count
    if found == columns.count {
      columns.append(Column(measure: measure, places: places.count))
      columnOf[measure] = found
      following.append(-1)
    }
    if lastColumn >= 0 { following[lastColumn] = found }
    lastColumn = found
    return found
  }

  /// The column of a measure, or nil.
  func column(_ measure: String) -> Int? { columnOf[measure] }

  /// The slot of a place, or nil.
  func slot(_ place: String) -> Int? { placeOf[place] }

  /// The columns whose ids fit a pattern, in the order of their ids.
  ///
  /// `*` stands for any text without a dot.
  func columns(fitting pattern: String) -> [Int] {
    guard pattern.contains("*") else { return columnOf[pattern].map { [$0] } ?? [] }
    return columns.indices.filter { Self.fits(columns[$0].measure, pattern) }
      .sorted { columns[$0].measure < columns[$1].measure }
  }

  static func fits(_ id: String, _ pattern: String) -> Bool {
    let words = id.split(separator: ".", omittingEmptySubsequences: false)
    let wanted = pattern.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count == wanted.count else { return false }
    return zip(words, wanted).allSatisfy { word, want in
      guard let star = want.firstIndex(of: "*") else { return word == want }
      let before = want[..<star]
      let after = want[want.index(after: star)...]
      return word.utf8.count >= before.utf8.count + after.utf8.count && word.hasPrefix(before)
        && word.hasSuffix(after)
    }
  }
}
