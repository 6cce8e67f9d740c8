import Places

extension Expression {
  /// The first name in a formula that stands for nothing: a level, scheme, service or kind of body.
  ///
  /// A measure need not be held yet, so its name is not looked at.
  public func unknownName(in prevention: PreventionScheme) -> (found: String, expected: String)? {
    switch self {
    case .number, .measure: return nil
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .rate(let left, _, let right):
      return left.unknownName(in: prevention) ?? right.unknownName(in: prevention)
    case .real(let inner), .change(let inner, _), .members(let inner):
      return inner.unknownName(in: prevention)
    case .bodies(let kind, let inner):
      guard PlaceKind(rawValue: kind.replacing("_", with: "-")) != nil else {
        return (kind, "a kind of body such as police, fire, waste or transport")
      }
      return inner.unknownName(in: prevention)
    case .share(let levels, let scheme, let service):
      let known = PreventionScheme.levels
      if let level = levels.first(where: { !known.contains($0) }) {
        return (level, "a level: \(known.joined(separator: ", "))")
      }
      guard prevention.names.contains(scheme) else {
        return (scheme, "a scheme: \(prevention.names.joined(separator: ", "))")
      }
      let parts = service.split(separator: ".").map(String.init)
      guard let part = parts.first(where: { prevention.lines(of: scheme, service: $0).isEmpty })
      else { return nil }
      return (part, "a service of the scheme, or all")
    }
  }
}
