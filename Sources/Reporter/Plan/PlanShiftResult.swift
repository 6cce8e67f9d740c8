import Evidence
import Indicators
import Places

/// The shift from care to early help: three cases, and what each £1 must bring.
struct PlanShiftResult {
  /// One reading of the assumptions.
  struct Case {
    let scenario: PlanScenario
    let model: ShiftModel
    /// Care cost avoided for each £1, so that what leaves budgets pays within ten years.
    let breakEven: Rounded?
    /// The same, counting all that is avoided.
    let wholeBreakEven: Rounded?
  }

  /// Early help today, £ a year at the prices of the catalogue.
  let now: Rounded
  let today: Double
  /// All children's services.
  let whole: Rounded
  /// The share wanted.
  let share: Rounded
  /// Early help wanted in the last year.
  let target: Rounded
  /// What that is more than today.
  let extra: Rounded
  /// The latest year held, year 0 of the plan.
  let year: Int
  /// True where the share is held already: the plan then shows what one point more would take.
  let isIllustration: Bool
  let cases: [Case]

  /// The case at central numbers.
  var central: Case { cases[1] }
  /// True where a local effect size is at hand.
  var hasEffect: Bool { central.model.terms.effect != nil }

  /// Works the shift out; nil without spending or a target.
  init?(
    _ headline: PlanOutcomeResult, care: PlanDemandResult?, _ context: ReportContext,
    _ place: Place, _ assumptions: PlanAssumptions
  ) {
    let spending = context.table.value(
      "early_help_child_real_long", place.code, .financialYear(headline.year))
    guard let early = spending?.count, early > 0, headline.now.value > 0 else { return nil }
    let all = early / (headline.series.last?.value ?? headline.now.value) * 100
    let isMet = headline.test?.aim.isMet ?? true
    let wanted =
      isMet ? headline.now.value + 1 : headline.target?.value ?? headline.now.value + 1
    guard let share = PlaceStory.rounded(wanted, headline.indicator),
      let now = PlanStory.millions(early), let whole = PlanStory.millions(all),
      let target = PlanStory.millions(all * wanted / 100),
      let change = Change(from: now, to: target)
    else { return nil }
    self.now = now
    self.whole = whole
    self.share = share
    self.target = target
    extra = change.difference
    today = early
    year = headline.year
    isIllustration = isMet
    cases = PlanScenario.allCases.map { scenario in
      let model = ShiftModel(Self.terms(scenario, now.value, target.value, assumptions))
      return Case(
        scenario: scenario, model: model,
        breakEven: PlanStory.pence(model.breakEven(onlyCashable: true)),
        wholeBreakEven: PlanStory.pence(model.breakEven(onlyCashable: false)))
    }
  }

  private static func terms(
    _ scenario: PlanScenario, _ now: Double, _ target: Double, _ assumptions: PlanAssumptions
  ) -> ShiftModel.Terms {
    ShiftModel.Terms(
      prevention: now, target: target, lag: Int(assumptions.value("lag", in: scenario) ?? 3),
      effect: assumptions.value("effect_early_help", in: scenario),
      optimism: (assumptions.value("optimism", in: scenario) ?? 0) / 100,
      cashable: (assumptions.value("cashable", in: scenario) ?? 100) / 100,
      setUp: assumptions.value("set_up", in: scenario) ?? 0,
      discounting: Discounting(
        rate: assumptions.value("discount_rate") ?? 3.5,
        inflation: assumptions.value("inflation") ?? 0))
  }

  /// How many fewer users of care in the last year a break-even comes to.
  func fewer(
    _ one: Case, _ care: PlanDemandResult?
  ) -> (users: Rounded, share: Rounded)? {
    guard let last = care?.doNothing?.years.last, last.cost > 0, last.users > 0,
      let mature = one.model.years.last?.mature, let need = one.breakEven?.value,
      let users = Rounded(need * mature / last.cost, to: .whole),
      let share = Rounded.percent(users.value / last.users * 100)
    else { return nil }
    return (users, share)
  }
}
