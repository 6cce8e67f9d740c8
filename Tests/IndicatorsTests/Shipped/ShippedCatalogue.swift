import Evidence
import Places

@testable import Indicators

/// The register and catalogue as shipped, read from their files.
enum ShippedCatalogue {
  static let register: Register = {
    var rows = RegisterRows()
    for part in RegisterPart.allCases {
      let isCatalogue = [.groups, .newCouncils, .bodies, .duties].contains(part)
      let table = ShippedTable("\(isCatalogue ? "catalogue" : "places")/\(part.rawValue).csv")
      precondition(table.header == part.columns, "the header of \(part) is another")
      for record in table.records {
        do { try rows.append(record, to: part) } catch { preconditionFailure("\(error)") }
      }
    }
    return Register(rows)
  }()

  static let catalogue = Catalogue(
    indicators: indicators, measures: measures, prevention: prevention, duties: duties,
    bodies: bodies, breaks: breaks)

  private static var indicators: [Indicator] {
    let table = ShippedTable("catalogue/indicators.csv")
    return table.records.compactMap { record in
      func text(_ column: String) -> String { table.text(record, column) }
      return try? Indicator(
        id: text("id"), title: text("title"), definition: text("definition"),
        formula: text("formula"), unit: text("unit"), decimals: Int(text("decimals")) ?? 0,
        polarity: Measure.Polarity(rawValue: text("polarity")) ?? .neutral, tier: text("tier"),
        service: text("service"), comparability: text("comparability"), outcome: text("outcome"),
        theme: text("theme"), caveats: text("caveats"), source: text("source"),
        numerator: text("numerator"), denominator: text("denominator"),
        method: IntervalRule(rawValue: text("method")) ?? .none, frameworkArea: text("lof_area"))
    }
  }

  private static var measures: [Measure] {
    let table = ShippedTable("catalogue/measures.csv")
    return table.records.compactMap { record in
      func text(_ column: String) -> String { table.text(record, column) }
      guard let unit = Unit(rawValue: text("unit")), let kind = Measure.Kind(rawValue: text("kind"))
      else { return nil }
      return Measure(
        id: text("id"), title: text("title"), unit: unit, kind: kind, tier: text("tier"),
        service: text("service"))
    }
  }

  private static var prevention: PreventionScheme {
    let table = ShippedTable("catalogue/prevention-classification.csv")
    return PreventionScheme(
      table.records.map { record in
        func text(_ column: String) -> String { table.text(record, column) }
        return PreventionScheme.Line(
          scheme: text("scheme"), line: text("line"), service: text("service"),
          shares: PreventionScheme.levels.map { Double(text($0)) ?? .nan },
          confidence: text("confidence"), basis: text("basis"), source: text("source"),
          isRingFenced: text("ring_fenced") == "yes")
      })
  }

  private static func validity(_ from: String, _ to: String) -> Validity {
    Validity(from: Day(from), to: Day(to))
  }

  private static var duties: Duties {
    let table = ShippedTable("catalogue/duties.csv")
    return Duties(
      table.records.compactMap { record in
        func text(_ column: String) -> String { table.text(record, column) }
        return PlaceKind(rawValue: text("kind")).map {
          .init(
            service: text("service"), kind: $0, role: text("role"),
            validity: validity(text("from"), text("to")))
        }
      })
  }

  private static var bodies: Bodies {
    let table = ShippedTable("catalogue/bodies.csv")
    return Bodies(
      table.records.map { record in
        func list(_ column: String) -> [String] {
          table.text(record, column).split(separator: ";").map(String.init)
        }
        return .init(
          body: table.text(record, "body"), services: list("services"),
          members: Set(list("members")),
          validity: validity(table.text(record, "valid_from"), table.text(record, "valid_to")))
      })
  }

  private static var breaks: SeriesBreaks {
    let table = ShippedTable("catalogue/breaks.csv")
    return SeriesBreaks(
      table.records.compactMap { record in
        (Period(financialYear: table.text(record, "period"))
          ?? Period(iso: table.text(record, "period"))).map {
            .init(
              measure: table.text(record, "measure"), period: $0,
              reason: table.text(record, "reason"))
          }
      })
  }
}
