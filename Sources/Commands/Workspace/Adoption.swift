import Evidence
import FoundationEssentials
import Importers
import Places
import Store
import Tabular

/// A data set that is being written from published files.
struct Adoption {
  private let workspace: Workspace
  private let register: Register
  private let arguments: Arguments
  private let folder: String
  private var package: DataPackage
  private var files: [(name: String, bytes: [UInt8])] = []
  private var sources = SourceTables()
  private var measures: [Measure]
  private var known: Set<String>
  private let firstMeasure: Int

  /// True for a name that makes a safe folder.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 60
      && name.utf8.allSatisfy { (0x61...0x7A) ~= $0 || (0x30...0x39) ~= $0 || $0 == 0x2D }
      && !name.hasPrefix("-")
  }

  /// Begins with what the data set already holds.
  init(
    dataset: String, workspace: Workspace, register: Register, measures: [Measure],
    arguments: Arguments
  ) throws {
    self.workspace = workspace
    self.register = register
    self.arguments = arguments
    self.measures = measures
    firstMeasure = measures.count
    known = Set(measures.map(\.id))
    folder = Workspace.join(workspace.datasets, dataset)
    let path = Workspace.join(folder, DataPackageFile.name)
    if FileManager.default.fileExists(atPath: path) {
      package = try DataPackageFile.read(path)
      sources = try SourceTables(folder)
    } else {
      package = DataPackage(name: dataset, title: dataset)
    }
    if let title = arguments.value("--title") { package.title = title }
  }

  /// Takes a file that was read into the data set, and returns the resource's file name.
  mutating func add(_ reading: FileReading) throws -> String {
    guard reading.extract.payments == nil else {
      throw CommandFailure(
        .inputRefused,
        "\(reading.source.path): payments name private persons and are not shipped; 'placewise "
          + "import' loads them into your own database")
    }
    let chosen = try chosen(reading.extract.observations)
    var seen: Set<Observation> = []
    let observations = chosen.filter { seen.insert(Self.withoutLine($0)).inserted }
    guard !observations.isEmpty else {
      throw CommandFailure(.inputRefused, "\(reading.source.path): no figure is left to adopt")
    }
    for measure in reading.extract.measures where !known.contains(measure.id) {
      guard observations.contains(where: { $0.measure == measure.id }) else { continue }
      measures.append(measure)
      known.insert(measure.id)
    }
    let units = Dictionary(measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isMoney = observations.allSatisfy { units[$0.measure]?.unit == .pence }
    let scale: Money.Scale? = isMoney ? .thousands : nil
    let fileName = name(reading, observations) + ".csv"
    let wide = WideForm(observations, register: register, scale: scale)
    let text = wide?.text ?? LongForm(observations, measures: units, register: register).text
    files.append((fileName, text))
    sources.set(
      fileName, reading.source, columns: wide?.columns ?? [],
      publisherFile: Self.lastPart(reading.source.path))
    let checks = reading.checks(of: chosen, register: register)
    let marks = wide == nil ? [] : observations.filter { $0.value == nil }.map(\.status)
    setResource(fileName, text, reading, wide?.header, scale, marks: Set(marks), checks: checks)
    return "\(folder)/\(fileName)"
  }

  private func chosen(_ observations: [Observation]) throws -> [Observation] {
    let patterns = arguments.all("--keep")
    let since = arguments.value("--since").flatMap(Int.init)
    let country = arguments.value("--country")
    if let country, register[country] == nil {
      throw CommandFailure(
        .usage, "found --country \(country), expected a country's code such as E92000001")
    }
    return observations.filter { figure in
      // What is shipped must be found in the register that is shipped with it.
      guard let place = register[figure.place], place.kind != .otherArea else { return false }
      return (since.map { figure.period.year >= $0 } ?? true)
        && (country.map { figure.place == $0 || place.country == $0 } ?? true)
        && (patterns.isEmpty || patterns.contains { Self.fits(figure.measure, $0) })
    }
  }

  /// A figure as such: what stands twice in a file, London beside England and again among the
  /// regions, is taken once.
  private static func withoutLine(_ figure: Observation) -> Observation {
    var figure = figure
    figure.line = 0
    return figure
  }

  /// `*` stands for any text.
  static func fits(_ text: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return text == pattern }
    var rest = text[...]
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if index == parts.count - 1 {
        return rest.hasSuffix(part)
      } else {
        guard let found = rest.firstRange(of: part) else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return true
  }

  private func name(_ reading: FileReading, _ observations: [Observation]) -> String {
    if let name = arguments.value("--name") { return name }
    let periods = Set(observations.map(\.period)).sorted()
    let first = observations.first.map { $0.measure.prefix { $0 != "." } } ?? "data"
    let forms = ["outturn": periods.first.map { $0.year >= 2018 } ?? true ? "rsx" : "rs"]
    let stem = forms[String(first)] ?? String(first)
    let span =
      periods.count == 1
      ? periods[0].label : "\(periods.first?.year ?? 0)-to-\(periods.last?.year ?? 0)"
    let base = "\(stem)-\(span)".replacing("_", with: "-").replacing("/", with: "-")
    var number = 1
    while true {
      let name = number == 1 ? base : "\(base)-\(number)"
      if sources.isFree("\(name).csv", for: reading.source, Self.lastPart(reading.source.path)) {
        return name
      }
      number += 1
    }
  }

  static func lastPart(_ path: String) -> String {
    // By bytes: with an accent behind it, a bar is another character to Swift.
    path.utf8.split(separator: 0x2F).last.flatMap { String($0) } ?? path
  }

  private mutating func setResource(
    _ fileName: String, _ text: [UInt8], _ reading: FileReading, _ header: [String]?,
    _ scale: Money.Scale?, marks: Set<Status>, checks: [Note]
  ) {
    let source = reading.source
    let publisher = arguments.value("--publisher") ?? source.publisher
    let title = arguments.value("--publication") ?? source.title
    var how = DataPackage.Reading(of: header == nil ? "tidy" : "wide")
    how.units = header == nil ? nil : scale.map(ImportOptions.name)
    how.published = source.published.isEmpty ? nil : source.published
    how.publisher = publisher
    how.title = title
    if !checks.isEmpty {
      how.checks = checks.map {
        $0.line == 0 ? $0.text : "\($0.text) (line \($0.line) of the published file)"
      }
    }
    let fields = (header ?? LongForm.header).map { DataPackage.Field($0, type: Self.type($0)) }
    let origin = DataPackage.Origin(
      title: [publisher, title].filter { !$0.isEmpty }.joined(separator: ": "),
      path: arguments.value("--url"))
    var missing = ["", "[x]", "[z]", "[c]", "[k]", "[u]"]
    let others = marks.map { "[\($0.subtracting(.seriesBreak).text)]" }.sorted()
    for mark in others where !missing.contains(mark) { missing.append(mark) }
    var resource = DataPackage.Resource(
      csv: fileName, title: title, bytes: text.count, sha256: SHA256.hex(of: text),
      schema: .init(fields, missingValues: missing))
    resource.sources = [origin]
    resource.placewise = how
    package.resources.removeAll { $0.path == fileName }
    package.resources.append(resource)
    package.resources.sort { $0.name < $1.name }
  }

  private static func type(_ name: String) -> String {
    switch name {
    case "areacd", "areanm", "geography", "indicator", "period", "status", "measure", "unit",
      "notes":
      "string"
    case "source_line", "source_column": "integer"
    default: "number"
    }
  }

  /// Writes the files, the package file and new measures; each file whole or not at all.
  mutating func write() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    files += try sources.files()
    for file in try sources.files() {
      package.resources.removeAll { $0.path == file.name }
      package.resources.append(sources.resource(file.name, file.bytes))
    }
    var origins: [DataPackage.Origin] = []
    for resource in package.resources {
      for origin in resource.sources ?? [] where !origins.contains(origin) {
        origins.append(origin)
      }
    }
    package.sources = origins
    for file in files {
      try FileReplacement.write(file.bytes, to: Workspace.join(folder, file.name))
    }
    if measures.count > firstMeasure { try writeMeasures() }
    let text = try DataPackageFile.text(package)
    try FileReplacement.write(text, to: Workspace.join(folder, DataPackageFile.name))
    try updateLock()
  }

  /// Notes what was written in the lock, where there is one; other entries stay as they are.
  private func updateLock() throws {
    guard var lock = try InputLock(workspace) else { return }
    let inputs = try BuildInputs(workspace)
    let layouts = try Datasets(workspace).layouts
    let name = Self.lastPart(folder)
    for file in files.map(\.name) + [DataPackageFile.name] {
      lock.set("\(name)/\(file)", inputs, layouts)
    }
    if measures.count > firstMeasure { lock.set("catalogue/measures.csv", inputs, layouts) }
    try lock.write(workspace)
  }

  private func writeMeasures() throws {
    var writer = CSVWriter(safety: .raw)
    writer.append(record: ["id", "title", "unit", "kind", "tier", "polarity", "service"])
    for measure in measures.sorted(by: { $0.id < $1.id }) {
      writer.append(record: [
        measure.id, measure.title, measure.unit.rawValue, measure.kind.rawValue, measure.tier,
        measure.polarity.rawValue, measure.service,
      ])
    }
    try FileManager.default.createDirectory(
      atPath: workspace.catalogue, withIntermediateDirectories: true)
    try FileReplacement.write(
      writer.bytes, to: Workspace.join(workspace.catalogue, "measures.csv"))
  }
}
