import FoundationEssentials
import Places
import Store

/// What the word PLACE means on a command line: a code, or a name in almost any spelling.
enum PlaceArgument {
  /// Said in the help of every command that takes a place.
  static let help = "a code, or a name; unknown and ambiguous names exit with 2 and the nearest"

  /// The place that a text means.
  ///
  /// - Throws: `CommandFailure` with code 2 and the nearest names.
  static func resolve(_ text: String, in register: Register) throws -> Place {
    if let ground = register.ground(text) { return ground }
    switch register.resolve(text) {
    case .found(let place): return place
    case .ambiguous(let places):
      throw CommandFailure(
        .usage,
        "'\(text)' may be \(list(places, "or")); give the code or more of the name")
    case .unknown(let nearest):
      if let ground = register.ground(named: text) { return ground }
      if let council = register.newCouncil(named: text) {
        throw CommandFailure(
          .usage,
          "\(council.name) begins on \(council.startsOn) and has no figures yet; the ground that it "
            + "lies in has: \(council.footprint)")
      }
      let hint =
        nearest.isEmpty ? "'placewise places' lists all" : "did you mean \(list(nearest, "or"))?"
      throw CommandFailure(.usage, "no place has the name or code '\(text)'; \(hint)")
    }
  }

  /// Places with kind and code, at most eight of them: `A (…), B (…) or C (…)`.
  static func list(_ places: [Place], _ word: String) -> String {
    var names = places.prefix(8).map(\.description)
    if places.count > 8 { names.append("\(places.count - 8) more") }
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

/// What the word GROUP means: a named group, or a place that others belong to.
enum GroupArgument {
  /// The group that a text means.
  ///
  /// - Throws: `CommandFailure` with code 2 and the groups that there are.
  static func resolve(_ text: String, in register: Register) throws -> PlaceGroup {
    if let group = register.group(code: text) { return group }
    let found = register.groups(named: text)
    // A county goes before the footprint that its ground is.
    if let group = found.first(where: { $0.kind == PlaceKind.county.rawValue }) { return group }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      let places = found.compactMap { register[$0.code] }
      throw CommandFailure(
        .usage, "'\(text)' may be \(PlaceArgument.list(places, "or")); give the code")
    }
    let wanted = text.lowercased()
    let begun = register.namedGroups.filter { $0.name.lowercased().hasPrefix(wanted) }
    if !wanted.isEmpty, begun.count == 1 { return begun[0] }
    let words = register.namedGroups.filter { $0.kind != "footprint" }.map(\.code)
    let names = register.namedGroups.flatMap { [$0.code, $0.name] }
    let hint =
      (Nearest.of(wanted, among: names) ?? nearestArea(to: text, in: register)).map {
        "did you mean '\($0)'?"
      }
      ?? "known are \(words.joined(separator: ", ")), any region, country, county or combined "
      + "authority, and footprints of old counties; 'placewise places --groups' lists all"
    throw CommandFailure(.usage, "no group has the name or code '\(text)'; \(hint)")
  }

  /// The region, county or combined authority whose name is a slip or two away.
  private static func nearestArea(to text: String, in register: Register) -> String? {
    guard case .unknown(let nearest) = register.resolve(text) else { return nil }
    return nearest.first { !register.groups(named: $0.name).isEmpty }?.name
  }
}

extension Session {
  /// True where there is a database.
  var hasDatabase: Bool { FileManager.default.fileExists(atPath: workspace.database) }

  /// Opens the database, for reading unless said otherwise.
  ///
  /// - Throws: `CommandFailure` with code 5 where there is none.
  func openDatabase(_ mode: Connection.Mode = .readOnly) throws -> Connection {
    if let day = try DayArgument.asOf(arguments) {
      return try PastDatabase.open(workspace, on: day, console: console)
    }
    guard hasDatabase else {
      throw CommandFailure(
        .databaseRefused,
        "\(workspace.database): there is no database; make it with 'placewise build', or name one "
          + "with --db FILE")
    }
    let connection = try Database.open(workspace.database, mode)
    if let timeLimit { connection.limitWork(seconds: Double(timeLimit)) }
    return connection
  }

  /// The place register: of the database where there is one, else of the data sets.
  ///
  /// - Throws: `CommandFailure` with code 4 where there is neither.
  func register() throws -> Register {
    if hasDatabase { return try Register(reading: try openDatabase()) }
    let (register, rows) = try Datasets(workspace).register()
    guard !rows.places.isEmpty else {
      throw CommandFailure(
        .inputRefused,
        "\(workspace.datasets): there is no place register here; run in a workspace or name one "
          + "with --workspace DIR")
    }
    return register
  }
}
