/// The names of places as parts of a path, each different from all others.
struct SlugIndex: Sendable {
  /// The slug of each place by its code.
  let slugs: [String: String]

  /// The code for each slug.
  let codes: [String: String]

  /// Where names collide, one place that still exists among ended ones keeps the bare name, and
  /// every other has its code appended.
  init(places: [Place]) {
    var slugs: [String: String] = [:]
    var codes: [String: String] = [:]
    let named = Dictionary(grouping: places) { Self.slug($0.name) }
    for (slug, sharing) in named {
      let current = sharing.filter(\.isCurrent)
      let keeper = sharing.count == 1 ? sharing.first : current.count == 1 ? current.first : nil
      for place in sharing {
        let own = place == keeper ? slug : "\(slug)-\(Self.slug(place.code))"
        slugs[place.code] = own
        codes[own] = place.code
      }
    }
    self.slugs = slugs
    self.codes = codes
  }

  /// The folded text with hyphens for spaces.
  static func slug(_ text: String) -> String {
    Folding.fold(text).split(separator: " ").joined(separator: "-")
  }
}
