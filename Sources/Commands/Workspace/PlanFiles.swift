import Importers
import Indicators
import Places
import Tabular

/// Reads what plans rest on: three tables of the catalogue, the places' and the partners' files.
struct PlanFiles {
  let workspace: Workspace
  let catalogue: Catalogue
  let register: Register

  /// Everything, or the refusal of the first row that is not understood.
  func inputs() throws(ImportError) -> PlanInputs {
    let assumptions = try assumptions()
    let demands = try demands()
    let local = try LocalPlanFiles(
      workspace: workspace, register: register, catalogue: catalogue, assumptions: assumptions,
      demands: demands
    ).plans()
    return PlanInputs(
      assumptions: assumptions, outcomes: try outcomes(), demands: demands, local: local,
      partners: try PartnerFiles(workspace: workspace, register: register).rows())
  }

  private func table(
    _ name: String, _ columns: [String]
  ) throws(ImportError) -> CatalogueTable? {
    try CatalogueTable(Workspace.join(workspace.catalogue, name), columns: columns)
  }

  private func assumptions() throws(ImportError) -> PlanAssumptions {
    let columns = [
      "id", "title", "value", "low", "high", "unit", "favourable", "source", "confidence",
    ]
    guard let table = try table("plan-assumptions.csv", columns) else { return PlanAssumptions() }
    var found: [PlanAssumption] = []
    for row in table.rows {
      let (value, low, high) = try table.range(row)
      guard !table.text(row, "source").isEmpty else {
        throw table.refusal(row, "source", expected: "who says so")
      }
      found.append(
        PlanAssumption(
          id: table.text(row, "id"), title: table.text(row, "title"), value: value, low: low,
          high: high, unit: table.text(row, "unit"),
          favourable: try table.word(
            row, "favourable", PlanAssumption.Favourable.self,
            expected: "high, low or neither"),
          source: table.text(row, "source"),
          confidence: try table.word(
            row, "confidence", PlanAssumption.Confidence.self,
            expected: "high, medium or low")))
    }
    return PlanAssumptions(found)
  }

  private func outcomes() throws(ImportError) -> [PlanOutcome] {
    guard
      let table = try table(
        "plan-outcomes.csv", ["indicator", "direction", "lead", "target", "reason"])
    else { return [] }
    var found: [PlanOutcome] = []
    for row in table.rows {
      let direction = table.text(row, "direction")
      guard direction == "high" || direction == "low" else {
        throw table.refusal(row, "direction", expected: "high or low")
      }
      found.append(
        PlanOutcome(
          indicator: table.text(row, "indicator"), isHigherBetter: direction == "high",
          isLead: table.text(row, "lead") == "yes",
          target: try table.optionalNumber(row, "target"), reason: table.text(row, "reason")))
    }
    return found
  }

  private func demands() throws(ImportError) -> [PlanDemand] {
    let columns = [
      "id", "title", "user", "users", "people", "rate", "per", "volume", "spending", "owner",
    ]
    guard let table = try table("plan-demand.csv", columns) else { return [] }
    var found: [PlanDemand] = []
    for row in table.rows {
      found.append(
        PlanDemand(
          id: table.text(row, "id"), title: table.text(row, "title"),
          user: table.text(row, "user"), users: table.text(row, "users"),
          people: table.text(row, "people"), rate: table.text(row, "rate"),
          per: try table.number(row, "per"), volume: table.text(row, "volume"),
          spending: table.text(row, "spending"), owner: table.text(row, "owner")))
    }
    return found
  }
}

extension CatalogueTable {
  /// A number, or nil where the cell is empty.
  func optionalNumber(_ row: Row, _ name: String) throws(ImportError) -> Double? {
    text(row, name).isEmpty ? nil : try number(row, name)
  }

  /// A value with its range.
  ///
  /// - Throws: `ImportError` where the range does not hold the value.
  func range(
    _ row: Row
  ) throws(ImportError) -> (value: Double?, low: Double?, high: Double?) {
    let value = try optionalNumber(row, "value")
    let low = try optionalNumber(row, "low")
    let high = try optionalNumber(row, "high")
    if let low, let value, low > value {
      throw refusal(row, "low", expected: "no more than the value \(text(row, "value"))")
    }
    if let high, let value, high < value {
      throw refusal(row, "high", expected: "no less than the value \(text(row, "value"))")
    }
    if value == nil, low != nil || high != nil {
      throw refusal(row, "value", expected: "a number, because a range is given")
    }
    return (value, low, high)
  }
}
