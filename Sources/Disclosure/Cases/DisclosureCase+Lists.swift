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
    var answers: [CaseEntryAnswer] = []
    for entry in try entries() {
      guard let count = entry.count else { continue }
      answers.append(
        .rounding(count: try bounded(count, "count"), published: policy.published(count)))
    }
    return answers
  }

  /// Tells what may stand behind each rounded figure.
  func roundingAuditAnswer() throws(DisclosureError) -> [CaseEntryAnswer] {
    var answers: [CaseEntryAnswer] = []
    for entry in try entries() {
      guard let base = entry.base, case .figure(let published)? = entry.published else { continue }
      let steps = entry.k ?? 0
      guard (1...1_000_000).contains(base), (0...1_000_000).contains(steps), published >= 0 else {
        throw .malformedCase("a base, a number of steps or a figure is out of range")
      }
      let rounding = ControlledRounding(base: base, steps: steps)
      let interval = rounding.possibleCounts(for: try bounded(published, "published"))
      answers.append(.roundingAudit(published: published, interval: interval))
    }
    return answers
  }

  /// Tells what may stand behind each percentage.
  func derivedAnswer() throws(DisclosureError) -> [CaseEntryAnswer] {
    var answers: [CaseEntryAnswer] = []
    for entry in try entries() {
      guard let percent = entry.percent, let denominator = entry.denominator else { continue }
      let rate = PublishedRate(
        value: percent, decimals: entry.decimals ?? 0, denominator: denominator)
      let numerators = rate.possibleNumerators
      guard numerators?.count ?? 0 <= 1_000_000 else {
        throw .malformedCase("more than a million counts may stand behind \(percent) %")
      }
      answers.append(.derived(title: entry.title, numerators: numerators))
    }
    return answers
  }

  /// A whole number that is safe to calculate with.
  private func bounded(_ number: Int, _ name: String) throws(DisclosureError) -> Int {
    guard number.magnitude <= 1_000_000_000_000_000 else {
      throw .malformedCase("a \(name) is beyond 10^15")
    }
    return number
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
      guard let n = parameters?.n, let k = parameters?.k, n >= 1, k > 0 else { return nil }
      self = .concentration(.dominance(n: n, k: k))
    case "p":
      guard let p = parameters?.p else { return nil }
      self = .concentration(.percentage(p: p))
    case "pq":
      guard let p = parameters?.p, let q = parameters?.q, q > 0 else { return nil }
      self = .concentration(.ambiguity(p: p, q: q))
    case "acro":
      var checks = OutputChecks()
      checks.threshold = parameters?.threshold ?? checks.threshold
      checks.n = parameters?.n ?? checks.n
      checks.k = parameters?.k ?? checks.k
      checks.p = parameters?.p ?? checks.p
      guard checks.n >= 1 else { return nil }
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
