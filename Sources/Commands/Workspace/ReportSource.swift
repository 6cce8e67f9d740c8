import Evidence
import Indicators
import Places
import Reporter
import Store

/// What reports are written from, read from the database that a build made.
enum ReportSource {
  /// Reads the context of a workspace; what plans rest on only where it is asked for.
  ///
  /// On published boundaries no council has values from before it began.
  ///
  /// - Throws: `CommandFailure` where nothing has been built yet.
  static func context(
    _ session: Session, withPlans: Bool = false, on boundaries: Boundaries = .today
  ) throws -> ReportContext {
    let connection = try session.openDatabase()
    let catalogue = try CatalogueFiles(workspace: session.workspace).catalogue()
    let register = try Register(reading: connection)
    var context = ReportContext(
      catalogue: catalogue, register: register,
      table: try IndicatorReader.table(connection, catalogue).on(boundaries, register),
      sources: try EvidenceReader.sources(connection),
      version: Placewise.version(try DayArgument.asOf(session.arguments)),
      checks: try EvidenceReader.checks(connection).map(\.text),
      pay: PayEstimates(
        try PayEvidence(reading: connection), register: register, scenarios: catalogue.scenarios),
      plans: withPlans
        ? try PlanFiles(
          workspace: session.workspace, catalogue: catalogue, register: register
        ).inputs() : PlanInputs())
    context.payments = try CatalogueFiles(workspace: session.workspace).paymentPortraits()
      .all(connection)
    return context
  }
}
