/// Hatchings over a filled area, so that areas differ in grey too.
enum Pattern: String, Sendable, CaseIterable {
  case plain = ""
  case slant = "url(#p1)"
  case dots = "url(#p2)"
  case bars = "url(#p3)"
  case counter = "url(#p4)"

  /// The definitions of the patterns that a drawing uses; nil without any.
  static func definitions(used elements: [SVGElement]) -> SVGElement? {
    let fills = Set(elements.flatMap(\.attributes).filter { $0.name == "fill" }.map(\.value))
    let used = allCases.filter { $0 != .plain && fills.contains($0.rawValue) }
    guard !used.isEmpty else { return nil }
    return SVGElement(.defs, [:], children: used.map(\.definition))
  }

  private var definition: SVGElement {
    let tile: SVGElement
    switch self {
    case .plain, .slant:
      tile = SVGElement(.path, ["d": "M-1 1L1 -1M0 8L8 0M7 9L9 7", "class": "pl"])
    case .dots: tile = SVGElement(.circle, ["cx": "4", "cy": "4", "r": "1.5", "class": "iv"])
    case .bars: tile = SVGElement(.path, ["d": "M0 4L8 4", "class": "pl"])
    case .counter: tile = SVGElement(.path, ["d": "M-1 7L1 9M0 0L8 8M7 -1L9 1", "class": "pl"])
    }
    let id = rawValue.dropFirst(5).dropLast()
    return SVGElement(
      .pattern,
      ["id": String(id), "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"],
      children: [tile])
  }
}
