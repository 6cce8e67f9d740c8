import Evidence
import Importers
import Indicators
import Places
import Tabular

/// Reads the tables of `datasets/catalogue/`.
struct CatalogueFiles {
  let workspace: Workspace

  func table(
    _ name: String, _ columns: [String]
  ) throws(ImportError) -> CatalogueTable? {
    try CatalogueTable(Workspace.join(workspace.catalogue, name), columns: columns)
  }

  /// The whole catalogue.
  ///
  /// - Throws: `ImportError` with file, line and column for anything not understood.
  func catalogue() throws(ImportError) -> Catalogue {
    let prevention = try prevention()
    let indicators = try indicators(prevention)
    return Catalogue(
      indicators: indicators, measures: try measures(), prevention: prevention,
      duties: try duties(), bodies: try bodies(), breaks: try breaks(),
      publications: try publications(Set(indicators.map(\.id))), outcomes: try outcomes(),
      glossary: try glossary(), calendar: try calendar(), scenarios: try scenarios())
  }

  /// The rows of `measures.csv`.
  func measures() throws(ImportError) -> [Measure] {
    guard
      let table = try table(
        "measures.csv", ["id", "title", "unit", "kind", "tier", "polarity", "service"])
    else { return [] }
    var found: [Measure] = []
    for row in table.rows {
      found.append(
        Measure(
          id: table.text(row, "id"), title: table.text(row, "title"),
          unit: try table.word(row, "unit", Unit.self, expected: "a unit such as pence or persons"),
          kind: try table.word(
            row, "kind", Measure.Kind.self, expected: "flow, stock or ratio"),
          tier: table.text(row, "tier"),
          polarity: try table.word(
            row, "polarity", Measure.Polarity.self, expected: "high, low or neutral"),
          service: table.text(row, "service")))
    }
    return found
  }

  private func indicators(
    _ prevention: PreventionScheme
  ) throws(ImportError) -> [Indicator] {
    let columns = [
      "id", "title", "definition", "formula", "unit", "decimals", "polarity", "tier", "service",
      "comparability", "outcome", "theme", "caveats", "source", "numerator", "denominator",
      "method",
      "lof_area",
    ]
    guard let table = try table("indicators.csv", columns) else { return [] }
    var found: [Indicator] = []
    for row in table.rows {
      // The id becomes the name of a file.
      guard SafePath.isName(table.text(row, "id")) else {
        throw table.refusal(row, "id", expected: "letters, digits, '_' and '-', at most 100")
      }
      let decimals = try table.int(row, "decimals")
      let polarity = try table.word(
        row, "polarity", Measure.Polarity.self, expected: "high, low or neutral")
      let method = try table.word(
        row, "method", IntervalRule.self, expected: "published, wilson, byar, estimate or nothing")
      do {
        found.append(
          try Indicator(
            id: table.text(row, "id"), title: table.text(row, "title"),
            definition: table.text(row, "definition"), formula: table.text(row, "formula"),
            unit: table.text(row, "unit"), decimals: decimals, polarity: polarity,
            tier: table.text(row, "tier"), service: table.text(row, "service"),
            comparability: table.text(row, "comparability"), outcome: table.text(row, "outcome"),
            theme: table.text(row, "theme"), caveats: table.text(row, "caveats"),
            source: table.text(row, "source"), numerator: table.text(row, "numerator"),
            denominator: table.text(row, "denominator"), method: method,
            frameworkArea: table.text(row, "lof_area")))
      } catch {
        throw ImportError(
          .malformed, path: table.path, line: row.line,
          "the formula of '\(table.text(row, "id"))': \(error)")
      }
      // Without a classification nobody can say what its schemes are called.
      guard !prevention.lines.isEmpty,
        let unknown = found.last?.expression.unknownName(in: prevention)
      else { continue }
      throw table.refusal(row, "formula", found: unknown.found, expected: unknown.expected)
    }
    return found
  }

  private func prevention() throws(ImportError) -> PreventionScheme {
    let levels = PreventionScheme.levels
    guard
      let table = try table(
        "prevention-classification.csv",
        ["scheme", "line", "service", "confidence", "basis", "source", "ring_fenced"] + levels)
    else { return PreventionScheme([]) }
    var lines: [PreventionScheme.Line] = []
    for row in table.rows {
      var shares: [Double] = []
      for level in levels { shares.append(try table.number(row, level)) }
      guard abs(shares.reduce(0, +) - 1) < 1e-9 else {
        throw ImportError(
          .malformed, path: table.path, line: row.line,
          "the shares of '\(table.text(row, "line"))' sum to \(shares.reduce(0, +)), expected 1")
      }
      lines.append(
        PreventionScheme.Line(
          scheme: table.text(row, "scheme"), line: table.text(row, "line"),
          service: table.text(row, "service"), shares: shares,
          confidence: table.text(row, "confidence"), basis: table.text(row, "basis"),
          source: table.text(row, "source"), isRingFenced: table.text(row, "ring_fenced") == "yes"))
    }
    return PreventionScheme(lines)
  }

  /// Which suppliers may be named, by `supplier-words.csv`; nobody where there is no such file.
  func supplierRules() throws(ImportError) -> SupplierRules {
    guard let table = try table("supplier-words.csv", ["rule", "words", "reason"]) else {
      return .none
    }
    var (organisations, vetoes): ([String], [String]) = ([], [])
    for row in table.rows {
      switch table.text(row, "rule") {
      case "organisation": organisations.append(table.text(row, "words"))
      case "veto": vetoes.append(table.text(row, "words"))
      default: throw table.refusal(row, "rule", expected: "organisation or veto")
      }
    }
    return SupplierRules(organisations: organisations, vetoes: vetoes)
  }

  /// Which words of a payment tell its service, by `payment-services.csv`.
  func paymentServices() throws(ImportError) -> PaymentServices {
    guard let table = try table("payment-services.csv", ["words", "service", "line"]) else {
      return PaymentServices()
    }
    return PaymentServices(
      table.rows.map { row in
        PaymentServices.Rule(
          words: table.text(row, "words"), service: table.text(row, "service"),
          line: table.text(row, "line"))
      })
  }

  /// How payments in a database are read for reports.
  func paymentPortraits() throws(ImportError) -> PaymentPortraits {
    PaymentPortraits(
      services: try paymentServices(), prevention: try prevention(), rules: try supplierRules())
  }

  private func validity(
    _ table: CatalogueTable, _ row: Row, _ from: String, _ to: String
  ) throws(ImportError) -> Validity {
    func day(_ name: String) throws(ImportError) -> Day? {
      let text = table.text(row, name)
      if text.isEmpty { return nil }
      guard let day = Day(text) else {
        throw table.refusal(row, name, expected: "a day such as 2024-04-01")
      }
      return day
    }
    return Validity(from: try day(from), to: try day(to))
  }

  private func duties() throws(ImportError) -> Duties {
    guard let table = try table("duties.csv", ["service", "kind", "role", "from", "to"]) else {
      return Duties([])
    }
    var rows: [Duties.Row] = []
    for row in table.rows {
      rows.append(
        Duties.Row(
          service: table.text(row, "service"),
          kind: try table.word(row, "kind", PlaceKind.self, expected: "a kind of council"),
          role: table.text(row, "role"), validity: try validity(table, row, "from", "to")))
    }
    return Duties(rows)
  }

  private func bodies() throws(ImportError) -> Bodies {
    guard
      let table = try table(
        "bodies.csv", ["body", "services", "members", "valid_from", "valid_to"])
    else { return Bodies([]) }
    var rows: [Bodies.Row] = []
    for row in table.rows {
      func list(_ name: String) -> [String] {
        table.text(row, name).split(separator: ";").map(String.init)
      }
      rows.append(
        Bodies.Row(
          body: table.text(row, "body"), services: list("services"),
          members: Set(list("members")),
          validity: try validity(table, row, "valid_from", "valid_to")))
    }
    return Bodies(rows)
  }

  /// The rows of `breaks.csv`.
  func breaks() throws(ImportError) -> SeriesBreaks {
    guard let table = try table("breaks.csv", ["measure", "period", "reason"]) else {
      return SeriesBreaks([])
    }
    var rows: [SeriesBreaks.Row] = []
    for row in table.rows {
      rows.append(
        SeriesBreaks.Row(
          measure: table.text(row, "measure"), period: try table.period(row, "period"),
          reason: table.text(row, "reason")))
    }
    return SeriesBreaks(rows)
  }

  private func glossary() throws(ImportError) -> [GlossaryTerm] {
    guard let table = try table("glossary.csv", ["term", "meaning"]) else { return [] }
    return table.rows.map {
      GlossaryTerm(term: table.text($0, "term"), meaning: table.text($0, "meaning"))
    }
  }

  private func outcomes() throws(ImportError) -> [Outcome] {
    guard let table = try table("outcomes.csv", ["id", "title"]) else { return [] }
    return table.rows.map { Outcome(id: table.text($0, "id"), title: table.text($0, "title")) }
  }

  private func calendar() throws(ImportError) -> [ScheduledRelease] {
    let columns = ["release", "publisher", "usual", "covers", "address"]
    guard let table = try table("calendar.csv", columns) else { return [] }
    return table.rows.map {
      ScheduledRelease(
        release: table.text($0, "release"), publisher: table.text($0, "publisher"),
        usual: table.text($0, "usual"), covers: table.text($0, "covers"),
        address: table.text($0, "address"))
    }
  }

  /// What is published; the column `indicators` may be left out where nothing is compared.
  private func publications(_ known: Set<String>) throws(ImportError) -> [Publication] {
    guard let table = try table("publications.csv", ["kind", "place"]) else { return [] }
    var found: [Publication] = []
    for row in table.rows {
      let ids = table.text(row, "indicators").split(separator: ";").map(String.init)
      for id in ids where !known.contains(id) {
        throw table.refusal(
          row, "indicators", expected: "ids of the catalogue parted by ';', which lacks '\(id)'")
      }
      found.append(
        Publication(
          kind: table.text(row, "kind"), place: table.text(row, "place"), indicators: ids))
    }
    return found
  }
}
