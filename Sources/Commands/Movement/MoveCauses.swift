import Evidence
import Indicators
import Places
import Store

/// Finds why figures moved between two databases, from their inputs, catalogues and registers.
struct MoveCauses {
  private let old: MovementSide
  private let new: MovementSide
  private let inputs: [LineageKey: MovedInput]
  private let money: Set<String>
  private var before: LineageTracer
  private var after: LineageTracer
  private let files: Set<String>
  /// More inputs than this are counted, not named.
  private static let most = 3

  /// Compares all inputs of two databases.
  init(from old: MovementSide, to new: MovementSide, _ catalogue: Catalogue) throws {
    self.old = old
    self.new = new
    var (earlier, later) = try (old.cube(), new.cube())
    var inputs = later.allDifferences(from: earlier).reduce(into: [LineageKey: MovedInput]()) {
      $0[$1.key] = MovedInput(key: $1.key, old: $1.value.old, new: $1.value.new)
    }
    for side in [new, old] {
      try MovedInput.locate(&inputs, try Database.open(side.path, .readOnly))
    }
    self.inputs = inputs
    try old.keepPay(in: &earlier, catalogue)
    try new.keepPay(in: &later, catalogue)
    let keys = Set(inputs.keys)
    before = LineageTracer(
      watching: keys, cube: earlier, catalogue: catalogue, register: old.register)
    after = LineageTracer(watching: keys, cube: later, catalogue: catalogue, register: new.register)
    money = Set(catalogue.measures.filter { $0.unit == .pence }.map(\.id))
    files = try new.inputs().differences(from: try old.inputs())
  }

  /// Adds causes to moves.
  mutating func explain(_ moves: inout [FigureMove]) {
    for index in moves.indices { explain(&moves[index]) }
  }

  private mutating func explain(_ move: inout FigureMove) {
    if move.isStanding {
      move.causes = [.others]
      return
    }
    let formulae = (old.indicator(move.indicator), new.indicator(move.indicator))
    var reasons: [String] = []
    if let before = formulae.0, let after = formulae.1, before != after {
      move.causes.append(.method)
      reasons.append("the catalogue's row of \(move.indicator) is another")
    } else if formulae.0 == nil || formulae.1 == nil {
      move.causes.append(.method)
      reasons.append(
        "the indicator \(move.indicator) is \(formulae.0 == nil ? "new" : "no longer computed")")
    }
    let moved = movedInputs(move, formulae).compactMap { inputs[$0] }
    if moved.contains(where: { $0.old != nil }) { move.causes.append(.sourceRevised) }
    if moved.contains(where: { $0.old == nil }) { move.causes.append(.newData) }
    reasons += moved.prefix(Self.most).map {
      $0.text(new.register, isMoney: money.contains($0.key.measure))
    }
    if moved.count > Self.most { reasons.append("and \(moved.count - Self.most) more inputs") }
    let isWeighed = (formulae.1 ?? formulae.0).map { !$0.expression.schemes.isEmpty } ?? false
    let scheme = "catalogue/prevention-classification.csv"
    if isWeighed, files.contains(scheme) {
      move.causes.append(.classification)
      reasons.append("datasets/\(scheme) is another")
    }
    if isBoundary(move, isExplained: !move.causes.isEmpty) {
      move.causes.append(.boundary)
      reasons.append("the register of places is another")
    }
    if move.causes.isEmpty, move.what == "row", (move.new ?? move.old)?.isBlank ?? false {
      move.causes.append(move.old == nil ? .newData : .sourceRevised)
      reasons.append(
        "other places have figures of this period \(move.old == nil ? "now" : "no longer")")
    }
    if move.causes.isEmpty {
      let others = methodFiles
      if !others.isEmpty { move.causes.append(.method) }
      reasons += others
    }
    move.why = reasons.joined(separator: "; ")
  }

  private mutating func movedInputs(
    _ move: FigureMove, _ formulae: (Indicator?, Indicator?)
  ) -> [LineageKey] {
    guard let period = Period(iso: move.period) else { return [] }
    var found: [LineageKey] = []
    if let indicator = formulae.1, let place = new.register[move.place] {
      found = after.inputs(of: indicator, place, period)
    }
    if let indicator = formulae.0, let place = old.register[move.place] {
      let known = Set(found)
      found += before.inputs(of: indicator, place, period).filter { !known.contains($0) }
    }
    return found
  }

  /// True where the register changed and that is what moved the figure, as far as can be told.
  private func isBoundary(_ move: FigureMove, isExplained: Bool) -> Bool {
    guard files.contains(where: { $0.hasPrefix("places/") || $0 == "catalogue/groups.csv" }) else {
      return false
    }
    let restated = "restated on today's boundary"
    let (was, isNow) = (
      move.old?.notes.contains(restated) ?? false, move.new?.notes.contains(restated) ?? false
    )
    return !isExplained || was != isNow
  }

  /// What else decides how figures are made and is another now.
  private var methodFiles: [String] {
    let names = ["bodies", "breaks", "duties", "measures", "sick-pay-scenarios"]
    var found = names.map { "catalogue/\($0).csv" }.filter(files.contains)
      .map { "datasets/\($0) is another" }
    if files.contains("placewise") { found.append("the program is of another version") }
    return found
  }
}
