import Evidence
import Importers
import Places
import Store

/// Whether a file brings figures that are there already: the same release, or another of the same.
///
/// Publishers' workbooks give two files: the numbers as they are and as a sheet shows them. Both are
/// one release, of which the one with more digits counts. Figures are equal where they differ by no
/// more than half the last digit of the coarser, measure by measure.
struct ReleaseCheck {
  /// What was found.
  enum Finding {
    /// Nothing of the kind is there.
    case new
    /// The release is there, with as many digits or more.
    case same(Release)
    /// The release is there with fewer digits.
    case moreDigits(Release)
    /// Other figures of the same places, periods and measures are there.
    case revision(Release, String)
  }

  private struct Key: Hashable {
    let place: String
    let measure: String
    let start: String
    let months: Int
  }

  private struct Value {
    let number: Double?
    let status: String
  }

  private let figures: [Observation]
  private let coarsest: (String) -> Double

  /// Prepares to compare a file's figures.
  init(_ reading: FileReading, _ titles: [String: Measure]) {
    figures = reading.extract.observations
    let own = Dictionary(
      reading.extract.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let scale: Double =
      reading.options.scale.map { Double($0.rawValue) }
      ?? (reading.source.layout.hasPrefix("outturn") ? 100_000 : 100)
    coarsest = { measure in
      (titles[measure] ?? own[measure])?.unit == .pence ? scale : 1
    }
  }

  /// Compares with what the database holds.
  func compare(_ connection: borrowing Connection, _ ranges: FigureRanges) throws -> Finding {
    guard let first = figures.first else { return .new }
    var ours: [Key: Value] = [:]
    for release in try Self.candidates(first, connection, ranges) {
      if ours.isEmpty { ours = keyed() }
      let theirs = try values(of: release, connection)
      // Figures beside those of the release are no second copy of it.
      guard ours.keys.allSatisfy({ theirs[$0] != nil }) else { continue }
      return judge(ours, theirs, release)
    }
    return .new
  }

  private func judge(_ ours: [Key: Value], _ theirs: [Key: Value], _ release: Release) -> Finding {
    let mine = steps(ours)
    let other = steps(theirs)
    var differences: [(Key, Value, Value)] = []
    for (key, value) in ours {
      guard let known = theirs[key] else { continue }
      let step = max(mine[key.measure] ?? 0, other[key.measure] ?? 0)
      let isExact = mine[key.measure] == other[key.measure]
      if !Self.isEqual(value, known, within: isExact ? 0 : step / 2) {
        differences.append((key, value, known))
      }
    }
    if let first = differences.min(by: { ($0.0.measure, $0.0.place) < ($1.0.measure, $1.0.place) })
    {
      let (key, value, known) = first
      return .revision(
        release,
        "\(differences.count) of \(ours.count) figures, such as \(key.measure) of \(key.place): "
          + "\(Self.text(value)), not \(Self.text(known))")
    }
    let finer = mine.count { $0.value < other[$0.key] ?? 0 }
    let coarser = mine.count { $0.value > other[$0.key] ?? .infinity }
    let isWhole = release.isUsersOwn && ours.count == theirs.count
    return finer > coarser && isWhole ? .moreDigits(release) : .same(release)
  }

  private static func isEqual(_ left: Value, _ right: Value, within step: Double) -> Bool {
    guard left.status == right.status else { return false }
    guard let one = left.number, let other = right.number else {
      return left.number == nil && right.number == nil
    }
    return abs(one - other) <= step + 1e-9 * max(1, abs(one))
  }

  private static func text(_ value: Value) -> String {
    value.number.map { Cell.number($0, decimals: nil).exact } ?? "[\(value.status)]"
  }

  /// The last digit of each measure: the largest power of ten of which all its values are multiples.
  private func steps(_ values: [Key: Value]) -> [String: Double] {
    var steps: [String: Double] = [:]
    for (key, value) in values {
      guard let number = value.number, number != 0 else { continue }
      var step = steps[key.measure] ?? coarsest(key.measure)
      while step > 1e-6, abs(number / step - (number / step).rounded()) > 1e-7 { step /= 10 }
      steps[key.measure] = step
    }
    return steps
  }

  private func keyed() -> [Key: Value] {
    var values: [Key: Value] = [:]
    values.reserveCapacity(figures.count)
    for figure in figures {
      let key = Key(
        place: figure.place, measure: figure.measure, start: figure.period.start.iso,
        months: figure.period.months)
      values[key] = Value(
        number: figure.value, status: figure.status.subtracting(.seriesBreak).text)
    }
    return values
  }

  /// The sources that hold a figure of the same place, period and measure, the latest first.
  static func candidates(
    _ figure: Observation, _ connection: borrowing Connection, _ ranges: FigureRanges
  ) throws -> [Release] {
    let sources = try ranges.sources(of: figure, connection)
    guard !sources.isEmpty else { return [] }
    let statement = try connection.prepare(
      """
      SELECT id, path, published, origin FROM source
      WHERE id IN (\(sources.sorted().map(String.init).joined(separator: ", ")))
      ORDER BY published DESC, id DESC
      """)
    var found: [Release] = []
    while try statement.step() {
      found.append(
        Release(
          id: statement.int(0), path: statement.text(1), published: statement.text(2),
          isUsersOwn: statement.text(3) == "user"))
    }
    return found
  }

  private func values(
    of release: Release, _ connection: borrowing Connection
  ) throws -> [Key: Value] {
    let statement = try connection.prepare(
      """
      SELECT place, measure, period_start, period_months, value, status FROM observation
      WHERE source = ?
      """)
    try statement.bind(release.id, at: 1)
    var values: [Key: Value] = [:]
    while try statement.step() {
      let key = Key(
        place: statement.text(0), measure: statement.text(1), start: statement.text(2),
        months: statement.int(3))
      let status = Status(statement.text(5)) ?? []
      values[key] = Value(
        number: statement.optionalDouble(4), status: status.subtracting(.seriesBreak).text)
    }
    return values
  }
}
