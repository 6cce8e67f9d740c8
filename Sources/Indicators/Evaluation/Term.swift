import Evidence
import Places

/// A formula over the columns of a cube: names are looked up once, not for every place and period.
indirect enum Term: Sendable {
  /// Columns that are summed.
  struct Family: Sendable {
    let pattern: String
    let columns: [Int]
    /// True for all that fit, which may be none in the form of a year.
    let isOpen: Bool
  }

  /// A line of spending with its share at some levels of prevention.
  struct Weight: Sendable {
    let column: Int
    let weight: Double
  }

  case number(Double)
  case family(Family)
  case sum(Term, Term)
  case difference(Term, Term)
  case product(Term, Term)
  case quotient(Term, Term)
  case rate(Term, units: Double, of: Term)
  case real(Term)
  /// The first periods under new definitions of its measures stand beside it.
  case change(Term, since: Expression.Base, breaks: [Period])
  case share([Weight], of: [Weight])
  case bodies(PlaceKind?, Term)
  case members(Term)
}

extension Evaluator {
  /// A formula with its names looked up.
  mutating func term(_ expression: Expression) -> Term {
    switch expression {
    case .number(let number): return .number(number)
    case .measure(let pattern):
      return .family(
        Term.Family(
          pattern: pattern, columns: columns(pattern), isOpen: pattern.contains("*")))
    case .sum(let left, let right): return .sum(term(left), term(right))
    case .difference(let left, let right): return .difference(term(left), term(right))
    case .product(let left, let right): return .product(term(left), term(right))
    case .quotient(let left, let right): return .quotient(term(left), term(right))
    case .rate(let left, let units, let right):
      return .rate(term(left), units: units, of: term(right))
    case .real(let inner): return .real(term(inner))
    case .change(let inner, let base):
      return .change(term(inner), since: base, breaks: breaks(inner))
    case .share(let levels, let scheme, let service):
      let parts = service.split(separator: ".").map(String.init)
      return .share(
        weights(levels, scheme, parts[0]),
        of: weights(PreventionScheme.levels, scheme, parts.count > 1 ? parts[1] : parts[0]))
    case .bodies(let kind, let inner):
      return .bodies(PlaceKind(rawValue: kind.replacing("_", with: "-")), term(inner))
    case .members(let inner): return .members(term(inner))
    }
  }

  /// The first periods in which a measure of an expression is defined anew.
  private mutating func breaks(_ expression: Expression) -> [Period] {
    expression.measures.flatMap { pattern in
      columns(pattern).flatMap { catalogue.breaks.breaks(of: cube.columns[$0].measure) }
    }.map(\.period)
  }

  /// Lines of spending of a service, each with its share at some levels of a scheme.
  private func weights(_ levels: [String], _ scheme: String, _ service: String) -> [Term.Weight] {
    catalogue.prevention.lines(of: scheme, service: service).compactMap { line in
      guard let column = cube.column(line.line + ".net") else { return nil }
      let weight = zip(PreventionScheme.levels, line.shares)
        .filter { levels.contains($0.0) }.reduce(0) { $0 + $1.1 }
      return Term.Weight(column: column, weight: weight)
    }
  }
}
