import Evidence
import Importers
import Places

/// How old the newest release of a data set is on a day, against what its package file allows.
struct DatasetFreshness {
  /// What is to be said of it.
  enum State: String {
    /// Within what is allowed.
    case fresh
    /// More days than are worth a warning.
    case late
    /// More days than are allowed.
    case overdue
    /// The package file sets no limit, or there is no day to judge it on.
    case unjudged = ""
    /// No file says when it was published.
    case undated
  }

  let dataset: String
  let files: Int
  /// The day of the newest release known on the day.
  let released: Day?
  let limits: DataPackage.Freshness?
  /// Days from the release to the day; nil where there is no day to judge it on.
  let age: Int?
  let state: State

  /// Judges every data set of a workspace on a day; nothing is judged without one.
  static func all(_ workspace: Workspace, on day: Day?) throws -> [DatasetFreshness] {
    try workspace.packages.map { folder in
      let package = try DataPackageFile.read(Workspace.join(folder, DataPackageFile.name))
      return DatasetFreshness(package, on: day)
    }
  }

  /// Says which data sets are late or overdue, and returns true where one is overdue.
  static func tell(_ workspace: Workspace, on day: Day?, _ console: Console) throws -> Bool {
    guard let day else { return false }
    var isOverdue = false
    for found in try all(workspace, on: day) {
      switch found.state {
      case .late: console.warn(found.sentence(day))
      case .overdue:
        console.fail(found.sentence(day))
        isOverdue = true
      case .undated: console.warn("\(found.dataset): no file says when it was published")
      case .fresh, .unjudged: break
      }
    }
    return isOverdue
  }

  private init(_ package: DataPackage, on day: Day?) {
    dataset = package.name
    let readings = package.resources.compactMap(\.placewise)
    files = readings.count
    let days = readings.compactMap { KnownOn.day($0.published) }
    let released = days.filter { known in day.map { known <= $0 } ?? true }.max()
    let age = day.flatMap { day in released.map { day.days(since: $0) } }
    let limits = package.placewise?.freshness
    state = Self.state(age, limits, isJudged: day != nil)
    self.released = released
    self.age = age
    self.limits = limits
  }

  private static func state(
    _ age: Int?, _ limits: DataPackage.Freshness?, isJudged: Bool
  ) -> State {
    guard isJudged, let limits else { return .unjudged }
    guard let age else { return .undated }
    if let most = limits.errorAfter, age > most { return .overdue }
    if let most = limits.warnAfter, age > most { return .late }
    return .fresh
  }

  private func sentence(_ day: Day) -> String {
    let limit = (state == .overdue ? limits?.errorAfter : limits?.warnAfter) ?? 0
    return
      "\(dataset): its newest release, of \(released?.iso ?? "no day"), is \(age ?? 0) days old "
      + "on \(day); at most \(limit) are expected: look for a new release and take it in with "
      + "'placewise adopt'"
  }

  /// One row for each data set.
  static func grid(_ all: [DatasetFreshness]) -> Grid {
    var grid = Grid([
      "dataset", "files", "released", "age_days", "warn_after", "error_after", "freshness",
    ])
    for found in all {
      func number(_ number: Int?) -> Cell { number.map { .int($0) } ?? .empty }
      grid.append([
        .text(found.dataset), .int(found.files), .words(found.released?.iso), number(found.age),
        number(found.limits?.warnAfter), number(found.limits?.errorAfter),
        .words(found.state.rawValue),
      ])
    }
    return grid
  }
}
