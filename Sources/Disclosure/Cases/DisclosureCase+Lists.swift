extension DisclosureCase {
  /// Judges each cell by the rule of its list.
  func primaryAnswer() throws(DisclosureError) -> [CaseEntryAnswer] {
    var answers: [CaseEntryAnswer] = []
    for entry in try entries() {
      let name = entry.rule ?? "missing"
      guard let rule = PrimaryRule(name, entry.params) else {
        throw .malformedCase("its rule is \(name), or a parameter of it is missing")
      }
      answers.append(
        .primary(rule: name, cells: (entry.cells ?? []).map { rule.answer(for: $0) }))
    }
    return answers
  }

  /// Rounds each count.
  func roundingAnswer() throws(DisclosureError) -> [CaseEntryAnswer] {
    let policy = try policy()
    return try entries().compactMap { entry in
      entry.count.map { .rounding(count: $0, published: policy.published($0)) }
    }
  }

  /// Tells what may stand behind each rounded figure.
  func roundingAuditAnswer() throws(DisclosureError) -> [CaseEntryAnswer] {
    try entries().compactMap { entry in
      guard let base = entry.base, case .figure(let published)? = entry.published else {
        return nil
      }
      let rounding = ControlledRounding(base: base, steps: entry.k ?? 0)
      return .roundingAudit(
        published: published, interval: rounding.possibleCounts(for: published))
    }
  }

  /// Tells what may stand behind each percentage.
  func derivedAnswer() throws(DisclosureError) -> [CaseEntryAnswer] {
    try entries().compactMap { entry in
      guard let percent = entry.percent, let denominator = entry.denominator else { return nil }
      let rate = PublishedRate(
        value: percent, decimals: entry.decimals ?? 0, denominator: denominator)
      return .derived(title: entry.title, numerators: rate.possibleNumerators)
    }
  }
}

/// A primary rule by the name it has in case files.
private enum PrimaryRule {
  case frequency(FrequencyRule)
  case fewContributors(FewContributorsRule)
  case concentration(ConcentrationRule)
  case checks(OutputChecks)

  init?(_ name: String, _ parameters: CaseDocument.Parameters?) {
    switch name {
    case "freq":
      guard let threshold = parameters?.t else { return nil }
      self = .frequency(
        FrequencyRule(threshold: threshold, zerosAreShown: parameters?.zeros != "hidden"))
    case "few":
      guard let minimum = parameters?.m else { return nil }
      self = .fewContributors(FewContributorsRule(minimum: minimum))
    case "nk":
      guard let n = parameters?.n, let k = parameters?.k else { return nil }
      self = .concentration(.dominance(n: n, k: k))
    case "p":
      guard let p = parameters?.p else { return nil }
      self = .concentration(.percentage(p: p))
    case "pq":
      guard let p = parameters?.p, let q = parameters?.q else { return nil }
      self = .concentration(.ambiguity(p: p, q: q))
    case "acro":
      var checks = OutputChecks()
      checks.threshold = parameters?.threshold ?? checks.threshold
      checks.n = parameters?.n ?? checks.n
      checks.k = parameters?.k ?? checks.k
      checks.p = parameters?.p ?? checks.p
      self = .checks(checks)
    default: return nil
    }
  }

  func answer(for cell: CaseDocument.PrimaryCell) -> CaseEntryAnswer.PrimaryAnswer {
    let grouped = cell.payments.map { payments in
      Contributions(payments: payments.map { ($0.contributor, $0.amount) }).amounts
    }
    let contributions = grouped ?? cell.contributions ?? []
    var answer = CaseEntryAnswer.PrimaryAnswer(cell: cell.cell, contributions: grouped)
    switch self {
    case .frequency(let rule): answer.sensitive = rule.hides(cell.count)
    case .fewContributors(let rule):
      answer.sensitive = rule.hides(cell.suppliers.map { Set($0).count } ?? contributions.count)
    case .concentration(let rule):
      let verdict = rule.verdict(on: contributions)
      answer.sensitive = verdict.isSensitive
      answer.upl = sixPlaces(verdict.upperProtection)
    case .checks(let checks):
      let outcome = checks.outcome(for: contributions)
      answer.checks = [
        "threshold": outcome.threshold, "nk": outcome.dominance, "p_ratio": outcome.pRatio,
      ]
    }
    return answer
  }
}
