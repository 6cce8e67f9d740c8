import FoundationEssentials
import Indicators
import Places
import Store

/// One of two databases that are compared.
struct MovementSide {
  /// The path of the database.
  let path: String
  /// The places as it has them.
  let register: Register
  /// The indicators as it has them, in order.
  let indicators: [Indicator]
  private let byID: [String: Indicator]

  /// Reads what is known of places and indicators.
  ///
  /// - Throws: `CommandFailure` with code 5 where nothing was built in it.
  init(_ path: String) throws {
    self.path = path
    let connection = try Database.open(path, .readOnly)
    register = try Register(reading: connection)
    indicators = try ValueQuery.indicators(connection)
    guard !indicators.isEmpty else {
      throw CommandFailure(
        .databaseRefused, "\(path): it holds no indicators yet; run 'placewise build'")
    }
    byID = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// An indicator as it was computed, or nil.
  func indicator(_ id: String) -> Indicator? { byID[id] }

  /// All values, as they are printed.
  func figures() throws -> FigureSet {
    try FigureSet(reading: try Database.open(path, .readOnly), indicators, register)
  }

  /// All published figures.
  func cube() throws -> FigureCube {
    try FigureCube(register: register, reading: try Database.open(path, .readOnly))
  }

  /// Keeps the figures that are computed from pay in a cube.
  func keepPay(in cube: inout FigureCube, _ catalogue: Catalogue) throws {
    let evidence = try PayEvidence(reading: try Database.open(path, .readOnly))
    PayFigures(PayEstimates(evidence, register: register, scenarios: catalogue.scenarios))
      .keep(in: &cube)
  }

  /// What it was built from.
  func inputs() throws -> BuildInputs {
    try BuildInputs(reading: try Database.open(path, .readOnly))
  }
}
