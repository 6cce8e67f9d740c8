import Evidence
import Places

/// One payment on its way from the file to the database; texts are numbers of lists, -1 for none.
struct PaymentRow: Sendable {
  var line: Int
  var pence: Int64
  /// Tax that is lost, in pence; `Int64.min` for none.
  var irrecoverable = Int64.min
  var body: Int32
  var day: Int32 = -1
  var supplier: Int32 = -1
  var service: Int32 = -1
  var category: Int32 = -1
  /// Where the description begins in the bytes of the batch.
  var textStart: Int32 = 0
  /// The lengths of description and reference; -1 for none.
  var descriptionLength: Int32 = -1
  var referenceLength: Int32 = -1
  var isRedacted = false
}

/// A run of payments with the texts that are new since the run before.
struct PaymentBatch: Sendable {
  /// How many payments go together.
  static let size = 2048

  var rows: [PaymentRow] = []
  /// Descriptions and references, one after the other.
  var bytes: [UInt8] = []
  /// Names of bodies with their places, after those of earlier batches.
  var bodies: [(name: String, place: String?)] = []
  /// Days as ISO text, likewise.
  var days: [[UInt8]] = []
  /// Names of suppliers, likewise.
  var suppliers: [[UInt8]] = []
  /// Names of services and categories, likewise.
  var labels: [[UInt8]] = []
  var rejects: [Reject] = []
}

/// What is known of a file of payments when its last row was read.
struct PaymentEnd: Sendable {
  var ledger: LossLedger
  var notes: [Note]
  var summary: PaymentSummary
  /// SHA-256 of the bytes, in hexadecimal; empty where it was known before.
  var sha256 = ""
  var bytes = 0
}

/// What a file of payments adds up to.
public struct PaymentSummary: Sendable {
  /// What kind of payments they are.
  public var kind = PaymentKind.payments
  /// How tax stands in the amounts.
  public var basis = PaymentBasis.unstated
  /// How many payments there are.
  public internal(set) var rows = 0
  /// Their sum in pence.
  public internal(set) var pence: Int64 = 0
  /// The first day or month, ISO, or `""`.
  public internal(set) var first = ""
  /// The last, likewise.
  public internal(set) var last = ""
  /// Payments without a day or month.
  public internal(set) var dateless = 0
  /// Payments whose supplier is withheld.
  public internal(set) var redacted = 0
  /// Amounts that had digits beyond the penny.
  public internal(set) var rounded = 0
  /// A number for the set of payments.
  public internal(set) var fingerprint = PaymentFingerprint()

  init() {}
}

/// All payments of a file that is held in memory, and how it was read.
public struct PaymentExtract: Sendable {
  /// What the payments add up to.
  public internal(set) var summary: PaymentSummary
  /// For each role: which column, why, and how sure.
  public internal(set) var roles: [String]
  /// The headings of the file, empty where it has none.
  public internal(set) var headings: [String]
  /// The line of the headings, or nil.
  public internal(set) var headerLine: Int?
  /// The names of the bodies that paid.
  public internal(set) var bodies: [String]
  /// True where the file says, or its title without rows below does, that nothing was paid.
  public internal(set) var isNilReturn: Bool
  /// Sums by body, year and service.
  public internal(set) var sums: [PaymentSum]
  /// True where the headings name the column of services, so that its words may be shown.
  public internal(set) var hasNamedServices: Bool
  let batches: [PaymentBatch]

  init(_ rows: PaymentRows, _ plan: PaymentPlan, batches: [PaymentBatch]) {
    summary = rows.finished
    roles = plan.roles
    headings = plan.header?.names ?? []
    headerLine = plan.header?.lines.lowerBound
    bodies = rows.bodyNames
    isNilReturn =
      rows.ledger.loaded == 0 && (rows.hasNilReturn || rows.ledger.skipped(.preamble) > 0)
    sums = rows.sumList
    hasNamedServices = plan.columns.choices[.service].map { $0.confidence != "low" } ?? false
    self.batches = batches
  }
}

/// A sum of payments by one body in one financial year for one service.
public struct PaymentSum: Hashable, Sendable {
  /// The body.
  public let body: String
  /// The financial year, `""` where the payments have no day.
  public let year: String
  /// The service, `""` where the file does not say.
  public let service: String
  /// How many payments.
  public var count = 0
  /// Their sum in pence.
  public var pence: Int64 = 0

  /// The same sum with its service left out.
  public var withoutService: PaymentSum {
    PaymentSum(body: body, year: year, service: "", count: count, pence: pence)
  }
}
