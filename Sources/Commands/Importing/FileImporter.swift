import Evidence
import Importers
import Places
import Store

/// Loads one file within the caller's transaction.
struct FileImporter {
  let inputs: ImportInputs
  let reading: ReadingArguments
  let isStrict: Bool
  /// What was read already of files that somebody else writes meanwhile, by path.
  var waitedFor: [String: Result<OpenedFile, ImportError>] = [:]
  /// Where the figures of the files loaded so far stand.
  let ranges = FigureRanges()

  /// Reads and stores a file; a large one tells `onRead` how many bytes more were read.
  ///
  /// - Throws: `ImportError` or `CommandFailure` where the file is refused; what was written by then
  ///   is the caller's to take back.
  func load(
    _ path: String, _ connection: borrowing Connection, ahead: FileReading? = nil,
    onRead: (@Sendable (Int) -> Void)? = nil
  ) throws -> ImportedFile {
    if let streamed = try loadStreaming(path, connection, onRead)
      ?? loadPayments(path, connection, onRead)
    {
      return streamed
    }
    var found: FileReading
    if let ahead {
      found = ahead
      if let source = try known(found.source.sha256, connection) {
        return ImportedFile(path: found.source.path, source: source, fate: .already)
      }
    } else {
      let file = try waitedFor[path]?.get() ?? InputFile.open(path)
      if let source = try known(file.sha256, connection) {
        return ImportedFile(path: file.path, source: source, fate: .already)
      }
      found = try Self.read(file, inputs, reading)
    }
    found.source.isUsersOwn = true
    if isStrict, let reject = found.extract.rejects.first {
      throw Self.refusal(found.source.path, reject, of: found.extract.rejects.count)
    }
    if found.extract.ledger.loaded == 0, let reject = found.extract.rejects.first {
      throw CommandFailure(
        .inputRefused,
        "\(found.source.path):\(reject.line): \(reject.reason); all \(Plural.of(found.extract.rejects.count, "row")) "
          + "of data were rejected, so there is nothing to load; 'placewise inspect' lists them")
    }
    if let places = found.extract.places { return try store(found, places, connection) }
    if let payments = found.extract.payments { return try store(found, payments, connection) }
    try check(found)
    let finding = try ReleaseCheck(found, inputs.titles).compare(connection, ranges)
    return try store(found, finding, connection)
  }

  /// Reads a file whole.
  static func read(
    _ file: OpenedFile, _ inputs: ImportInputs, _ reading: ReadingArguments
  ) throws -> FileReading {
    try FileReading(
      file, register: inputs.register, breaks: inputs.breaks, options: reading.options,
      dialect: reading.dialect(for: file), dataset: name(of: file.path))
  }

  /// Refuses a file that speaks of other places than the one that was named.
  private func check(_ found: FileReading) throws {
    guard let place = reading.options.place,
      let other = found.extract.observations.first(where: { $0.place != place })
    else { return }
    let name = inputs.register[other.place]?.description ?? other.place
    throw CommandFailure(
      .inputRefused,
      "\(found.source.path):\(other.line): the row is about \(name), not about the place of --place; "
        + "leave --place out")
  }

  /// Why a file with rejects is not loaded with `--strict`.
  static func refusal(_ path: String, _ reject: Reject, of count: Int) -> CommandFailure {
    CommandFailure(
      .inputRefused,
      "\(path):\(reject.line): \(reject.reason); with --strict a file with rejects is not "
        + "loaded (\(count) in all)")
  }

  /// The source that was made from the same bytes by the same layout and options, or nil.
  ///
  /// - Throws: `CommandFailure` for payments that are there already, read with other options.
  func known(_ sha256: String, _ connection: borrowing Connection) throws -> Int? {
    let statement = try connection.prepare(
      "SELECT id, layout FROM source WHERE sha256 = ? AND options = ? ORDER BY id")
    try statement.bind(sha256, at: 1)
    try statement.bind(reading.options.text, at: 2)
    while try statement.step() {
      if let wanted = reading.options.layout, wanted != statement.text(1) { continue }
      return statement.int(0)
    }
    try checkPayments(sha256, connection)
    return nil
  }

  /// Refuses payments that are there already, read with other options: they would count twice.
  private func checkPayments(_ sha256: String, _ connection: borrowing Connection) throws {
    let statement = try connection.prepare(
      "SELECT id, path FROM source WHERE sha256 = ? AND layout = ? ORDER BY id")
    try statement.bind(sha256, at: 1)
    try statement.bind(PaymentsLayout().id, at: 2)
    guard try statement.step() else { return }
    throw CommandFailure(
      .inputRefused,
      "these payments are loaded already as source \(statement.int(0)), \(statement.text(1)), read with "
        + "other options; 'placewise forget \(statement.int(0))' first, then import them as they should be"
    )
  }

  private func store(
    _ found: FileReading, _ finding: ReleaseCheck.Finding, _ connection: borrowing Connection
  ) throws -> ImportedFile {
    var found = found
    let figures = found.extract.observations
    var fate = ImportedFile.Fate.loaded
    switch finding {
    case .new: break
    case .same(let other):
      fate = .verified(other.name)
      Release.leaveToVerify(&found, other)
    case .moreDigits(let other):
      fate = .replaced(other.name)
    case .revision(let other, let difference):
      guard !found.source.published.isEmpty, found.source.published != other.published else {
        let day = other.published.isEmpty ? "without a date" : "of \(other.published)"
        throw CommandFailure(
          .inputRefused,
          "\(found.source.path): it differs from \(other.name) \(day) in \(difference); say when it "
            + "was published with --published DATE, so that the newest can be told")
      }
      fate = .revised(other.name)
    }
    var loader = try Loader(connection)
    let source = try loader.store(found, titles: inputs.titles)
    try ranges.add(source, found.extract.observations, connection)
    if case .moreDigits(let other) = finding {
      try Release.retire(other, for: found.source.path, connection)
    }
    var outcome = ImportedFile(path: found.source.path, source: source, fate: fate)
    outcome.layout = found.source.layout
    outcome.periods = Self.periods(figures)
    outcome.figures = found.extract.observations.count
    outcome.ledger = found.extract.ledger
    outcome.rejects = found.extract.rejects
    outcome.notes = found.extract.notes
    return outcome
  }

  /// Takes new spellings from a published list of places.
  private func store(
    _ found: FileReading, _ places: RegisterRows, _ connection: borrowing Connection
  ) throws -> ImportedFile {
    guard places.places.isEmpty, places.codes.isEmpty, places.memberships.isEmpty,
      places.successions.isEmpty, places.groups.isEmpty
    else {
      throw CommandFailure(
        .inputRefused,
        "\(found.source.path): this is a table of the place register; put it in datasets/places and "
          + "run 'placewise build'")
    }
    var loader = try Loader(connection)
    let source = try loader.store(found, titles: inputs.titles)
    let insert = try connection.prepare("INSERT OR IGNORE INTO place_alias VALUES (?, ?, ?)")
    for spelling in places.spellings where inputs.register.resolve(spelling.name).place == nil {
      try insert.bind(spelling.name.lowercased(), at: 1)
      try insert.bind(spelling.place, at: 2)
      try insert.bind(Release.mark(found.source.path), at: 3)
      try insert.run()
    }
    var outcome = ImportedFile(path: found.source.path, source: source, fate: .loaded)
    outcome.layout = found.source.layout
    outcome.ledger = found.extract.ledger
    outcome.rejects = found.extract.rejects
    outcome.notes = found.extract.notes
    return outcome
  }

  private static func periods(_ figures: [Observation]) -> String {
    label(Set(figures.map(\.period)))
  }

  /// The first and the last of some periods.
  static func label(_ all: Set<Period>) -> String {
    let periods = all.sorted()
    guard let first = periods.first, let last = periods.last else { return "" }
    return first == last ? first.label : "\(first.label) to \(last.label)"
  }

  /// The file's own name without folders and ending.
  static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
