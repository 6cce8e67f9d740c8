import FoundationEssentials

/// A conformance case for disclosure control, read from JSON and answered in JSON.
///
/// Kinds: `audit` and `secondary` (tables), `primary` (rules), `rounding` and `rounding-audit`,
/// `derived` (percentages). The answer has the keys that the case's own expected values have, so the
/// two can be compared field by field.
public struct DisclosureCase {
  /// What the case asks for.
  public let kind: Kind

  private let document: CaseDocument

  /// The kinds of case.
  public enum Kind: String, Sendable, CaseIterable {
    /// What a reader can work out from a publication with given suppressions.
    case audit

    /// Which further cells to hide.
    case secondary

    /// Which cells are sensitive by themselves.
    case primary

    /// How counts are rounded.
    case rounding

    /// Which counts may stand behind rounded figures.
    case roundingAudit = "rounding-audit"

    /// Which counts may stand behind percentages.
    case derived
  }

  /// Reads a case.
  ///
  /// - Throws: ``DisclosureError/malformedCase(_:)`` when it is not one of the known kinds.
  public init(json: Data) throws(DisclosureError) {
    do {
      document = try JSONDecoder().decode(CaseDocument.self, from: json)
    } catch let error as DecodingError {
      throw .malformedCase(Self.reason(error))
    } catch {
      throw .malformedCase("it is not JSON")
    }
    guard let kind = document.kind.flatMap(Kind.init(rawValue:)) else {
      let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .malformedCase("its kind is \(document.kind ?? "missing"), not one of \(known)")
    }
    self.kind = kind
  }

  /// Works the case out.
  public func answer() throws(DisclosureError) -> CaseAnswer {
    switch kind {
    case .audit: .audit(try auditAnswer())
    case .secondary: .secondary(try secondaryAnswer())
    case .primary: .list(try primaryAnswer())
    case .rounding: .list(try roundingAnswer())
    case .roundingAudit: .list(try roundingAuditAnswer())
    case .derived: .list(try derivedAnswer())
    }
  }

  /// The tables of an `audit` or `secondary` case.
  ///
  /// - Throws: ``DisclosureError/malformedCase(_:)`` for a case of another kind.
  public func problem() throws(DisclosureError) -> DisclosureProblem {
    guard let cells = document.cells, let equations = document.equations else {
      throw .malformedCase("it has no cells or no equations")
    }
    let names = cells.keys.sorted(by: byteOrder)
    var requirements: [String: Requirement] = [:]
    for (cell, levels) in document.protection ?? [:] {
      requirements[cell] = .sides(lower: levels.lpl ?? 0, upper: levels.upl ?? 0)
    }
    let threshold = document.requirement?.threshold
    let width = document.requirement?.width ?? threshold.map { $0 - 2 } ?? 1
    return DisclosureProblem(
      cells: names.map { TableCell(id: $0, value: cells[$0] ?? 0) },
      equations: equations.map(\.equation), areCounts: document.integer ?? true,
      knowledge: knowledge(of: names), primary: document.primary ?? [],
      requirements: requirements, standard: .width(width), singletons: document.singletons ?? [])
  }

  /// The cells that an `audit` case hides.
  public var suppressed: [String] { document.suppressed ?? [] }

  private func knowledge(of names: [String]) -> ReaderKnowledge {
    var knowledge = ReaderKnowledge(lower: 0, upper: nil)
    if case .all(let lower)? = document.known?.lower { knowledge.lower = lower }
    if case .all(let upper)? = document.known?.upper { knowledge.upper = upper }
    var lowers: [String: Double] = [:]
    var uppers: [String: Double] = [:]
    if case .each(let each)? = document.known?.lower { lowers = each }
    if case .each(let each)? = document.known?.upper { uppers = each }
    for name in names where lowers[name] != nil || uppers[name] != nil {
      knowledge.cells[name] = .init(
        lower: lowers[name] ?? knowledge.lower, upper: uppers[name] ?? knowledge.upper)
    }
    return knowledge
  }

  private static func reason(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return path.isEmpty ? "at its top" : "at \(path)"
    }
    switch error {
    case .typeMismatch(let type, let context): return "no \(type) \(place(context))"
    case .valueNotFound(let type, let context): return "no \(type) \(place(context))"
    case .keyNotFound(let key, let context): return "no \(key.stringValue) \(place(context))"
    case .dataCorrupted(let context): return "damaged JSON \(place(context))"
    @unknown default: return "damaged JSON"
    }
  }

  /// The small cases of a list.
  func entries() throws(DisclosureError) -> [CaseDocument.Entry] {
    guard let entries = document.cases else { throw .malformedCase("it has no cases") }
    return entries
  }

  /// The rounding policy of a `rounding` case.
  func policy() throws(DisclosureError) -> RoundingPolicy {
    guard let policy = document.policy, (1...1_000_000).contains(policy.base) else {
      throw .malformedCase("it has no rounding policy with a base from 1 to a million")
    }
    guard let from = policy.hide_from, let to = policy.hide_to, from <= to else {
      return RoundingPolicy(base: policy.base, hidden: nil)
    }
    return RoundingPolicy(base: policy.base, hidden: from...to)
  }
}
