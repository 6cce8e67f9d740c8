import Disclosure
import Evidence
import Importers
import Indicators
import Places

/// The data sets that are protected here, and not by their publishers.
struct ProtectedDatasets: Sendable {
  /// What a note on a source begins with that was protected.
  static let mark = "disclosure: "

  private var protections: [String: FigureProtection] = [:]

  /// True where there is such a data set.
  var isNeeded: Bool { !protections.isEmpty }

  /// Reads all files of those data sets and decides what is hidden.
  ///
  /// A figure may be worked out from one in another file, so all files count, also those of
  /// another day.
  init(
    _ datasets: Datasets, _ register: Register, _ catalogue: Catalogue
  ) throws {
    for (name, rule) in Self.rules(datasets) {
      let files = datasets.files.filter { $0.dataset == name && $0.reading.layout != "places" }
      var measures = catalogue.measures
      var figures: [[Observation]] = []
      for file in files {
        let reading = try FileReading(
          try datasets.open(file), register: register, breaks: catalogue.breaks,
          options: try file.reading.options(path: file.path), dataset: name)
        measures += reading.extract.measures
        figures.append(reading.extract.observations)
      }
      // A sum that is not one of the data set's would protect nothing, and nobody would know.
      let held = Set(figures.joined().map(\.measure))
      if let slip = rule.sums.flatMap({ [$0.total] + $0.parts }).first(where: { !held.contains($0) }
      ) {
        throw CommandFailure(
          .inputRefused,
          "data set \(name): disclosure.sums in \(DataPackageFile.name): found '\(slip)', expected a "
            + "measure of which the data set has figures")
      }
      do {
        protections[name] = try FigureProtection(
          figures, measures: measures, register: register, rule: rule)
      } catch {
        throw CommandFailure(
          .checkFailed, "data set \(name): \(error); nothing was written")
      }
    }
  }

  /// The rules of the data sets that have one, by name.
  private static func rules(_ datasets: Datasets) -> [(name: String, rule: ProtectionRule)] {
    var found: [(name: String, rule: ProtectionRule)] = []
    for file in datasets.files where !found.contains(where: { $0.name == file.dataset }) {
      guard case .rule(let rule) = file.package.placewise?.disclosure else { continue }
      found.append((file.dataset, ProtectionRule(rule)))
    }
    return found
  }

  /// Hides in a file what its data set's rule hides, and notes how much.
  func apply(to reading: inout FileReading) {
    guard let protection = protections[reading.source.dataset] else { return }
    let hidden = protection.apply(to: &reading.extract.observations)
    // What does not agree is told with the sums of what is hidden.
    reading.extract.notes.removeAll { $0.text.hasPrefix("check: ") }
    var text =
      "\(Self.mark)\(protection.rule.words); hidden here: \(hidden.small) for being small, "
      + "\(hidden.beside) so that those cannot be worked out"
    if protection.unjudged > 0 {
      text += "; \(Plural.of(protection.unjudged, "figure")) of the data set could not be judged"
    }
    reading.extract.notes.append(Note(line: 0, text))
  }

  /// What readers can work out from what the database shows of each data set, a sentence each.
  func violations(showing shown: [String: Set<LineageKey>]) throws -> [String] {
    var found: [String] = []
    for name in protections.keys.sorted() {
      guard let protection = protections[name] else { continue }
      found += try protection.violations(showing: shown[name] ?? []).map { "\(name): \($0)" }
    }
    return found
  }
}

extension ProtectionRule {
  /// A rule as a package file gives it.
  fileprivate init(_ rule: DisclosureHolding.Rule) {
    self.init(
      threshold: rule.threshold ?? 5, zerosAreShown: rule.zeros != .hidden,
      minimumContributors: rule.contributors ?? 3,
      rounding: rule.base.map { base in
        let most = rule.hidden ?? 7
        return RoundingPolicy(base: base, hidden: most > 0 ? 1...most : nil)
      },
      sums: (rule.sums ?? []).map { Equation(total: $0.total, parts: $0.parts) })
  }
}
