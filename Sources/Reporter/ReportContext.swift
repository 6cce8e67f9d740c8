import Evidence
import Indicators
import Places

/// All that reports are written from.
public struct ReportContext: Sendable {
  /// The catalogue.
  public let catalogue: Catalogue
  /// All places.
  public let register: Register
  /// All values.
  public let table: IndicatorTable
  /// The files behind them.
  public let sources: [StoredSource]
  /// The program's version.
  public let version: String
  /// What did not agree among the figures of the files, as found when they were read.
  public let checks: [String]
  /// What is known of pay and sick pay.
  public let pay: PayEstimates
  /// What plans rest on beside the indicators.
  public let plans: PlanInputs
  /// What imported payments show, by the code of the place whose body paid.
  public var payments: [String: PaymentPortrait] = [:]
  /// What the rows of each indicator have in common.
  let constants: [String: TidyRows.Constants]
  /// Further places that the reader wants beside the one reported on.
  public var further: ComparisonChoice?
  /// True where suppliers that are evidently organisations may be named.
  public var namesOrganisations = false

  /// Makes a context.
  public init(
    catalogue: Catalogue, register: Register, table: IndicatorTable, sources: [StoredSource],
    version: String, checks: [String] = [], pay: PayEstimates? = nil,
    plans: PlanInputs = PlanInputs()
  ) {
    self.catalogue = catalogue
    self.register = register
    self.table = table
    self.sources = sources
    self.version = version
    self.checks = checks
    self.pay = pay ?? PayEstimates(PayEvidence(), register: register)
    self.plans = plans
    constants = Dictionary(
      catalogue.indicators.map { ($0.id, TidyRows.Constants($0)) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// A file of the reports: its path below `reports/` and its bytes.
public struct ReportFile: Sendable {
  /// The path, with `/`.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a file of text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
