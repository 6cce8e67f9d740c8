import Evidence
import Indicators
import Places

/// Section 1: the decision, and ten questions with their answers.
struct PlanOnePage {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "1. Decision and plan on a page")
    document.paragraph(decision(plan))
    let local = plan.local.notes(of: "decision")
    document.list(local.map { "\($0.text)" + PlanStory.localMark })
    document.callout(
      "How to read this",
      "Written from published figures. What they cannot fill is said to be missing, with the file that "
        + "fills it. A number from the place’s own file is marked “local figure”. Money is at 2024-25 "
        + "prices unless said otherwise.")
    let answers = Self.answers(plan)
    document.list(
      answers.map { "**\($0.question)** " + $0.answer }, isNumbered: true)
  }

  private func decision(_ plan: PlanStory) -> MarkdownText {
    guard let headline = plan.headline else {
      return "We cannot put a decision on early help before members of \(plan.name): no early-help "
        + "spending of its own is held. Where a county runs children’s services, its plan has it."
    }
    guard let test = headline.test, let target = headline.target else {
      return
        "No target can be offered for \(plan.name): too few comparable places have a figure. Early "
        + "help took \(headline.now) of children’s services spending in \(headline.period). Set a target "
        + "with " + .code("target.\(PlanStory.headlineID)") + " in " + plan.file + "."
    }
    let by = headline.targetPeriod
    if test.aim.isMet {
      return
        "We ask members to agree that early help keeps at least the \(headline.now) of children’s "
        + "services spending that it took in \(headline.period). " + basis(headline)
    }
    return
      "We ask members to agree that early help takes **\(target)** of children’s services spending "
      + "by \(by). It took \(headline.now) in \(headline.period). " + basis(headline)
  }

  private func basis(_ headline: PlanOutcomeResult) -> MarkdownText {
    if headline.isLocal { return "The target is the place’s own" + PlanStory.localMark + "." }
    guard let quartile = headline.quartile, let target = headline.target else { return "" }
    var text: MarkdownText =
      "A quarter of \(quartile.places) " + headline.comparison.name + " took \(target) or more"
    if let adjusted = headline.adjusted {
      text = text + "; for a place as deprived as this one the mark is \(adjusted)"
    }
    return text + "."
  }

  /// The ten questions of a reader, with answers from the sections.
  static func answers(_ plan: PlanStory) -> [(question: MarkdownText, answer: MarkdownText)] {
    [
      ("What does all public money here come to, and what can we move?", PlanMoney.answer(plan)),
      ("Is prevention rising, and by whose definition?", PlanDefinition.answer(plan)),
      ("Is crisis cost driven by people, age or price?", PlanCrisis.answer(plan)),
      ("How do we stand against places like us?", standing(plan)),
      ("Who misses out?", PlanFairness.answer(plan)),
      ("What if we do nothing, and how sure are we?", PlanNothingChanges.answer(plan)),
      ("What must move, when, who pays and who gains?", PlanShiftPath.answer(plan)),
      ("Has anywhere done it at that pace?", PlanTargets.answer(plan)),
      ("Can our staff, reserves and partners deliver?", PlanDelivery.answer(plan)),
      ("What is missing, and what must be decided today?", missing(plan)),
    ]
  }

  private static func standing(_ plan: PlanStory) -> MarkdownText {
    guard let headline = plan.headline, let median = headline.median,
      let quartile = headline.quartile, let best = headline.best
    else { return "It cannot be told: too few comparable places have a figure." }
    var text: MarkdownText =
      "Early help takes \(headline.now) here. Among \(quartile.places) " + headline.comparison.name
      + " the middle is \(median) and a quarter take \(best) or more."
    let reached = plan.outcomes.compactMap(\.test).filter(\.aim.isMet).count
    let known = plan.outcomes.compactMap(\.test).count
    if known > 0 {
      text =
        text
        + " Of \(known) outcomes with a target, \(reached) are where the best quarter are already."
    }
    return text
  }

  private static func missing(_ plan: PlanStory) -> MarkdownText {
    let money = PlanMoney.missing(plan)
    let others =
      PlanCrisis.missing(plan).count + PlanNothingChanges.missing(plan).count
      + PlanGovernance.missing(plan).count + (plan.shift?.hasEffect == true ? 0 : 1)
    var text: MarkdownText = ""
    if !money.isEmpty { text = "What \(PlanMoney.named(money)) \(PlanMoney.verb(money)) here. " }
    if plan.shift?.hasEffect != true {
      text = text + "What early help here has been shown to avoid. "
    }
    text =
      text
      + "In all, \(others) numbers and agreements are missing; sections 3 to 13 name the file that "
      + "fills each. "
    return text
      + "To decide today: the share, who signs the definition, and who pays for double running."
  }
}
