import Evidence
import Places
import Statistics

@testable import Indicators

/// Pay and rules as shipped, read from their files without the importers.
enum ShippedPay {
  static let estimates = PayEstimates(
    evidence, register: ShippedCatalogue.register, scenarios: scenarios)

  static let evidence: PayEvidence = {
    var rows = PayRows()
    for (name, units) in [("pay-by-council-2024", 1.0), ("pay-by-region-2025", 100_000)] {
      add("sick-pay/\(name).csv", units, to: &rows)
    }
    let pay = ShippedTable("sick-pay/median-weekly-pay.csv")
    for record in pay.records {
      guard let place = ShippedCatalogue.register.place(code: record[0]),
        let period = Period(iso: record[2])
      else { continue }
      rows.add(
        place: place.code, period: period, measure: pay.header[5], value: Double(record[5]),
        lower: Double(record[6]), upper: Double(record[7]),
        status: Double(record[5]) == nil ? .notAvailable : [])
    }
    let rules = ShippedTable("sick-pay/rules.csv")
    for record in rules.records {
      guard let year = Int(rules.text(record, "tax_year").prefix(4)) else { continue }
      func add(_ measure: String, _ value: Double?) {
        rows.add(
          place: "K02000001", period: .financialYear(year), measure: "sick_pay.\(measure)",
          value: value, lower: nil, upper: nil, status: [])
      }
      func pence(_ column: String) -> Double? {
        Double(rules.text(record, column)).map { ($0 * 100).rounded() }
      }
      add("weekly_rate", pence("ssp_weekly_rate_gbp"))
      add("lower_limit", pence("lel_weekly_gbp"))
      add("limit_is_test", rules.text(record, "lel_is_ssp_test") == "yes" ? 1 : 0)
      add("waiting_days", Double(rules.text(record, "waiting_days")))
      add("share_of_earnings", Double(rules.text(record, "earnings_replacement_pct")))
    }
    return PayEvidence(surveys: rows.surveys, terms: rows.terms, medians: rows.medians)
  }()

  /// Figures of the wide form; money stands in pence or, where all is money, in thousands.
  private static func add(_ path: String, _ units: Double, to rows: inout PayRows) {
    let table = ShippedTable(path)
    for record in table.records {
      guard let place = ShippedCatalogue.register.place(code: record[0]),
        let period = Period(iso: record[2])
      else { continue }
      for (column, measure) in table.header.enumerated().dropFirst(5) {
        let value = Double(record[column]).map { units == 1 ? $0 : ($0 * units).rounded() }
        rows.add(
          place: place.code, period: period, measure: measure, value: value, lower: nil,
          upper: nil, status: value == nil ? .notAvailable : [])
      }
    }
  }

  static let scenarios: [SickPayScenario] = {
    let table = ShippedTable("catalogue/sick-pay-scenarios.csv")
    return table.records.compactMap { record in
      func text(_ column: String) -> String { table.text(record, column) }
      func pence(_ column: String) -> Int? {
        Double(text(column)).map { Int(($0 * 100).rounded()) }
      }
      guard let kind = SickPayScenario.Kind(rawValue: text("kind")),
        let rule = try? SickPayRule(
          weeklyRate: pence("weekly_rate") ?? -1, lowerLimit: pence("lower_limit"),
          shareOfEarnings: Int(text("share_of_earnings")),
          waitingDays: Int(text("waiting_days")) ?? -1,
          shortestAbsence: Int(text("shortest_absence")) ?? -1)
      else { return nil }
      return SickPayScenario(id: text("id"), title: text("title"), kind: kind, rule: rule)
    }
  }()
}
