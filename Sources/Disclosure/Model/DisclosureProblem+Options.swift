extension DisclosureProblem {
  /// Makes a problem of counts, with the small ones as primary cells.
  ///
  /// A hidden count has to stay as uncertain as the rule itself leaves it: within 1 to t - 1, that is
  /// a width of t - 2.
  public init(
    counts cells: [TableCell], equations: [Equation], options: DisclosureOptions = .init()
  ) {
    let rule = FrequencyRule(threshold: options.threshold, zerosAreShown: options.zerosAreShown)
    let small = cells.filter { rule.hides($0.value) }.map(\.id)
    var knowledge = ReaderKnowledge(lower: options.zerosAreShown ? 1 : 0)
    if options.marksTellSmallFigures {
      let bounds = ReaderKnowledge.Bounds(
        lower: knowledge.lower, upper: Double(options.threshold - 1))
      for id in small { knowledge.cells[id] = bounds }
    }
    self.init(
      cells: cells, equations: equations, areCounts: true, knowledge: knowledge, primary: small,
      standard: .width(Double(max(1, options.threshold - 2))),
      singletons: options.guardsAgainstSingletons ? Self.singletons(among: cells) : [])
  }

  /// Makes a problem of amounts, with the cells that few contributors make up as primary cells.
  ///
  /// A cell that the concentration rule hides gets the rule's protection level on both sides; one that
  /// is hidden only for its few contributors gets a tenth of its value.
  public init(
    amounts cells: [TableCell], equations: [Equation], options: DisclosureOptions = .init()
  ) {
    let few = FewContributorsRule(minimum: options.minimumContributors)
    var primary: [String] = []
    var requirements: [String: Requirement] = [:]
    for cell in cells {
      let verdict = options.concentration.map { $0.verdict(on: cell.contributions) }
      let isFew = cell.contributors.map(few.hides) ?? false
      guard isFew || verdict?.isSensitive == true else { continue }
      let level = max(verdict?.upperProtection ?? 0, isFew ? abs(cell.value) / 10 : 0)
      primary.append(cell.id)
      requirements[cell.id] =
        level > 0 ? .sides(lower: min(level, max(0, cell.value)), upper: level) : .anyWidth
    }
    self.init(
      cells: cells, equations: equations, areCounts: false, knowledge: ReaderKnowledge(lower: 0),
      primary: primary, requirements: requirements, standard: .anyWidth,
      singletons: options.guardsAgainstSingletons ? Self.singletons(among: cells) : [])
  }

  private static func singletons(among cells: [TableCell]) -> [String] {
    cells.filter { $0.contributors == 1 }.map(\.id)
  }
}
