import Testing

@testable import Statistics

/// One file of reference cases and how closely they must be met.
///
/// The tolerances are those published with the cases: relative, with an absolute floor of 1e-12
/// unless a file says otherwise.
struct ReferenceFile: Sendable, CustomTestStringConvertible {
  let name: String
  let relative: Double
  var floor = 1e-12
  /// Columns that are not an equality test, with how they are judged.
  var special: [String: Agreement?] = [:]
  var testDescription: String { name }

  static let all: [ReferenceFile] = [
    .init(name: "dist_normal_quantile", relative: 1e-13),
    .init(name: "dist_normal_cdf", relative: 1e-13, floor: 0),
    .init(name: "dist_t_quantile", relative: 1e-10),
    .init(name: "dist_t_cdf", relative: 1e-11, floor: 1e-280),
    .init(name: "dist_chisq_quantile", relative: 1e-11, floor: 0),
    .init(name: "dist_chisq_cdf", relative: 1e-11, floor: 1e-280),
    .init(name: "dist_gamma_quantile", relative: 1e-11, floor: 1e-305),
    .init(name: "dist_beta_quantile", relative: 1e-10, floor: 0),
    .init(name: "dist_poisson", relative: 1e-11, floor: 1e-280),
    .init(name: "dist_binomial", relative: 1e-11, floor: 1e-280),
    .init(name: "wilson_proportion", relative: 1e-12),
    .init(name: "crude_rate", relative: 1e-10),
    .init(name: "poisson_exact_ci", relative: 1e-10),
    .init(name: "byar_count_ci", relative: 1e-12),
    .init(name: "binomial_exact_ci", relative: 1e-10),
    .init(name: "mean_t_ci", relative: 1e-10, floor: 0),
    .init(
      name: "hard_summary", relative: 1e-15, floor: 0,
      special: [
        "out_variance": Agreement(relative: 2e-9, floor: 0),
        "out_sd": Agreement(relative: 1e-9, floor: 0),
        "out_lag1_autocorr": Agreement(relative: 1e-9, floor: 1e-12),
      ]),
    .init(
      name: "two_proportions", relative: 1e-10, floor: 1e-300,
      special: ["out_fisher_p": Agreement(relative: 1e-7, floor: 1e-300)]),
    .init(name: "rate_ratio", relative: 1e-9, floor: 0),
    .init(name: "dsr_dobson", relative: 1e-11),
    .init(name: "dsr_nonindependent", relative: 1e-11),
    .init(name: "indirect_standardised", relative: 1e-10),
    .init(name: "quantile_assign", relative: 0),
    .init(name: "rank", relative: 0),
    .init(name: "life_expectancy", relative: 1e-11),
    .init(name: "life_expectancy_any_bands", relative: 1e-11),
    .init(name: "validation_errors", relative: 0),
    .init(name: "benchmark_compare", relative: 0),
    .init(name: "wls_trend", relative: 1e-10),
    .init(name: "transformed_trend", relative: 1e-10),
    .init(name: "ols_trend", relative: 1e-10),
    .init(name: "poisson_trend", relative: 1e-9),
    .init(name: "mann_kendall_theil_sen", relative: 1e-10),
    .init(name: "chisq_trend_proportion", relative: 1e-10),
    .init(name: "trend_marker_weighted", relative: 1e-10),
    .init(name: "quantile_types", relative: 1e-12),
    .init(name: "zscore_mad", relative: 1e-11),
    .init(name: "correlation", relative: 1e-10),
    .init(name: "weighted_median", relative: 1e-12),
    .init(name: "cagr", relative: 1e-12),
    .init(name: "p_adjust", relative: 1e-12),
    .init(name: "gini_hhi", relative: 1e-11),
    .init(name: "gini_weighted", relative: 1e-11),
    .init(name: "monotone_interpolation", relative: 1e-10),
    .init(
      name: "sii_rii", relative: 1e-10,
      special: [
        "out_sim_sii_lower": nil, "out_sim_sii_upper": nil, "out_sim_rii_lower": nil,
        "out_sim_rii_upper": nil, "out_mc_sd_sii": nil, "out_mc_sd_rii": nil,
      ]),
    .init(name: "holt_fixed", relative: 1e-9),
    .init(name: "ets_damped_fixed", relative: 1e-9),
    .init(
      name: "funnel_limits_at", relative: 1e-10,
      special: [
        "out_lower2s": Agreement(relative: 1e-4), "out_upper2s": Agreement(relative: 1e-4),
        "out_lower3s": Agreement(relative: 1e-4), "out_upper3s": Agreement(relative: 1e-4),
      ]),
    .init(name: "funnel_significance", relative: 0),
    .init(name: "funnel_chart_lines", relative: 1e-4, floor: 2e-5),
    // The fit itself is judged in FittedReferenceTests: it is not an equality test.
    .init(
      name: "ets_optimised", relative: 0,
      special: Dictionary(
        uniqueKeysWithValues: [
          "alpha", "beta", "phi", "level0", "trend0", "sse", "loglik", "sigma2", "forecast",
          "pi_lower", "pi_upper", "best_sse", "best_forecast",
        ].map { ("out_\($0)", Agreement?.none) })),
  ]
}

@Suite("Every method agrees with its reference cases")
struct ConformanceTests {
  @Test("all cases of a file", arguments: ReferenceFile.all)
  func agrees(with file: ReferenceFile) throws {
    let table = try Table.vectors(file.name)
    let method = try #require(Calculator.method(named: file.name))
    let positions = try method.positions(in: table.header)
    var failures: [String] = []
    for row in table.rows {
      let found = method(row, at: positions)
      for (name, cell) in zip(method.header, found) where name != "out_reason" {
        guard table.header.contains(name) else { continue }
        let usual = Agreement(relative: file.relative, floor: file.floor)
        guard let agreement = file.special[name, default: usual] else { continue }
        if let why = agreement.difference(cell, table.cell(row, name)) {
          failures.append("\(row[0]) \(name): \(why) [\(found.last ?? "")]")
        }
      }
    }
    #expect(!table.rows.isEmpty)
    #expect(failures.isEmpty, "\(failures.count) of \(table.rows.count): \(failures.prefix(12))")
  }

  @Test("there is a method for every reference file and a reference file for every method")
  func everyFile() {
    let files = ReferenceFile.all.map(\.name).sorted()
    // Pay has hand-worked cases of its own.
    #expect(files == Calculator.methods.map(\.name).filter { $0 != "pay_share" })
    #expect(files.count == 51)
  }

  @Test("no output of a reference file is left out", arguments: ReferenceFile.all)
  func covers(_ file: ReferenceFile) throws {
    let table = try Table.vectors(file.name)
    let method = try #require(Calculator.method(named: file.name))
    let wanted = table.header.filter { $0.hasPrefix("out_") }
    #expect(Set(wanted).isSubset(of: Set(method.header)))
  }
}
