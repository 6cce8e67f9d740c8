import Evidence
import Importers
import Indicators
import Places
import Reporter
import Store

/// Makes a database from the data sets of a workspace and computes its indicators.
struct DatabaseBuild {
  let workspace: Workspace
  let console: Console
  /// Only what was known on this day; nil for everything.
  var asOf: Day?
  /// True where files may differ from what their package file vouches for.
  var acceptsChanges = false

  init(workspace: Workspace, console: Console) {
    self.workspace = workspace
    self.console = console
  }

  /// How many indicators are computed ahead of the one that is written.
  private static let depth = 4

  /// What a build found and computed.
  struct Outcome {
    let catalogue: Catalogue
    let register: Register
    let table: IndicatorTable
    let sources: [StoredSource]
    let checks: [EvidenceReader.Check]
    let pay: PayEstimates
    let plans: PlanInputs
    let payments: [String: PaymentPortrait]
    let asOf: Day?
    let hasRejects: Bool
    /// Digests of tables that were taken while they were filled.
    let digests: [ContentDigest]

    /// What reports are written from.
    var context: ReportContext {
      var context = ReportContext(
        catalogue: catalogue, register: register, table: table, sources: sources,
        version: Placewise.version(asOf), checks: checks.map(\.text), pay: pay, plans: plans)
      context.payments = payments
      return context
    }
  }

  /// Fills a new database.
  ///
  /// `users` is the database whose user's imports are carried over, or nil.
  func fill(
    _ connection: borrowing Connection, inputs: BuildInputs, carryingFrom users: String?
  ) throws -> Outcome {
    let catalogue = try CatalogueFiles(workspace: workspace).catalogue()
    let datasets = try Datasets(workspace, acceptsChanges: acceptsChanges)
    guard !datasets.files.isEmpty else {
      throw CommandFailure(
        .inputRefused,
        "\(workspace.datasets): there is no data set here; run in a workspace or name one with "
          + "--workspace DIR")
    }
    let (register, rows) = try datasets.register()
    try CatalogueReferences.check(workspace, register)
    // Read first, so that a file that is not understood stops the build before the long part.
    let plans = try PlanFiles(
      workspace: workspace, catalogue: catalogue, register: register
    ).inputs()
    let figures = try figures(of: datasets)
    let progress = Progress(
      "build", total: figures.count + catalogue.indicators.count, console: console)
    defer { progress.finish() }
    try connection.begin()
    try RegisterWriter.write(rows, to: connection)
    let stored = try store(figures, datasets, register, catalogue, connection, progress)
    var (cube, digest) = (stored.cube, stored.digest)
    if let users, try UserImports.carry(from: users, into: connection, asOf) {
      cube = try FigureCube(register: register, reading: connection)
      digest = nil
    }
    // Pay is worked out while the indicators begin that do not rest on it.
    let late = LateValue<IndicatorRun>()
    let ahead = Self.begin(
      IndicatorRun(cube: cube, catalogue: catalogue, register: register), late)
    let pay: PayEstimates
    do {
      pay = PayEstimates(
        try PayEvidence(reading: connection), register: register, scenarios: catalogue.scenarios)
      let figures = PayFigures(pay)
      figures.keep(in: &cube)
      warn(ofUnknownMeasures: catalogue, cube)
      late.set(
        IndicatorRun(cube: cube, catalogue: catalogue, register: register, pay: figures))
    } catch {
      late.set(nil)
      throw error
    }
    try PayWriter.write(pay, connection)
    try IndicatorWriter.write(catalogue, connection)
    let (table, values) = try IndicatorWriter.write(
      ahead, count: catalogue.indicators.count, connection
    ) {
      progress.step($0)
    }
    try inputs.known(on: asOf).write(connection)
    let sources = try EvidenceReader.sources(connection)
    let checks = try EvidenceReader.checks(connection)
    let payments = try CatalogueFiles(workspace: workspace).paymentPortraits().all(connection)
    try connection.commit()
    return Outcome(
      catalogue: catalogue, register: register, table: table, sources: sources, checks: checks,
      pay: pay, plans: plans, payments: payments, asOf: asOf, hasRejects: stored.hasRejects,
      digests: [digest, values].compactMap(\.self))
  }

  /// Says which formulae name a measure that neither a file nor `measures.csv` has: a slip, most
  /// likely, for which the indicator would only stay empty.
  private func warn(ofUnknownMeasures catalogue: Catalogue, _ cube: FigureCube) {
    let known = cube.measures.union(catalogue.measures.map(\.id))
    for indicator in catalogue.indicators {
      for name in indicator.expression.measures where !name.contains("*") && !known.contains(name) {
        console.warn(
          "the indicator '\(indicator.id)' has no figures: neither a file nor measures.csv has the "
            + "measure '\(name)'")
      }
    }
  }

  /// The files whose figures count.
  private func figures(of datasets: Datasets) throws -> [Datasets.File] {
    let all = datasets.files.filter { $0.reading.layout != "places" }
    guard let asOf else { return all }
    let known = all.filter { KnownOn(day: asOf).isKnown($0.reading.published) }
    let undated = known.count { KnownOn.day($0.reading.published) == nil }
    console.say(
      "as known on \(asOf): \(known.count - undated) of \(all.count - undated) files with a day of "
        + "publication; \(Plural.of(undated, "file")) without one, whose figures count from the end "
        + "of their period")
    return known
  }

  /// Begins to compute the indicators; those of pay wait until what they rest on is there.
  private static func begin(
    _ run: IndicatorRun, _ late: LateValue<IndicatorRun>
  ) -> WorkAhead<PackedValues, any Error> {
    WorkAhead(count: run.count, depth: depth) { index in
      let isWaiting = run.restsOnPay(index)
      return (isWaiting ? late.wait() ?? run : run).values(index)
    }
  }

  /// What was stored.
  private struct Stored {
    var cube: FigureCube
    /// The digest of the table of observations.
    var digest: ContentDigest?
    var hasRejects = false
  }

  private func store(
    _ files: [Datasets.File], _ datasets: Datasets, _ register: Register, _ catalogue: Catalogue,
    _ connection: borrowing Connection, _ progress: Progress
  ) throws -> Stored {
    var loader = try Loader(connection)
    try loader.define(catalogue.measures)
    let titles = Dictionary(
      catalogue.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let protected = try ProtectedDatasets(datasets, register, catalogue)
    let stage = try Stage(
      for: "observation", digest: RunningDigest(of: "observation", in: connection),
      in: connection)
    let layout = FigureLayout(count: files.count, register: register, writer: stage.writer) {
      index in
      let file = files[index]
      var reading = try FileReading(
        try datasets.open(file), register: register, breaks: catalogue.breaks,
        options: try file.reading.options(path: file.path), dataset: file.dataset)
      describe(&reading, file)
      protected.apply(to: &reading)
      if let asOf { KnownOn(day: asOf).keep(&reading) }
      return reading
    }
    let steps = layout.start()
    defer { steps.cancel() }
    var (stored, hasRejects) = (0, false)
    while true {
      switch steps.next() {
      case .piece(let piece): try stage.store(piece, in: connection)
      case .file(let reading):
        let source = try loader.store(reading, titles: titles)
        precondition(source == stored + 1, "the figures of a file were laid out for another")
        let path = files[stored].path
        for reject in reading.extract.rejects {
          console.warn("\(path):\(reject.line): \(reject.reason)")
          hasRejects = true
        }
        progress.step(path)
        stored += 1
      case .finished(let cube, let digest):
        return Stored(cube: cube, digest: digest, hasRejects: hasRejects)
      case .failed(let error): throw error
      }
    }
  }

  /// What the package file says of a file's publication.
  private func describe(_ reading: inout FileReading, _ file: Datasets.File) {
    let origin = file.resource.sources?.first ?? file.package.sources?.first
    reading.source.path = relative(file.path)
    reading.source.publisher = file.reading.publisher ?? reading.source.publisher
    reading.source.title = file.reading.title ?? file.resource.title ?? reading.source.title
    reading.source.url = origin?.path ?? ""
    reading.source.published = file.reading.published ?? reading.source.published
    for check in file.reading.checks ?? [] {
      reading.extract.notes.append(Note(line: 0, check))
    }
    reading.source.licence = (file.resource.licenses ?? file.package.licenses)?.first?.name ?? ""
  }

  /// The path below the workspace, so that a build is the same wherever the workspace stands.
  private func relative(_ path: String) -> String {
    let prefix = workspace.folder == "." ? "" : Workspace.join(workspace.folder, "")
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
