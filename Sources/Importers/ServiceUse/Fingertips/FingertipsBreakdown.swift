/// The part of a measure's id that says whom a public health figure is about.
///
/// All persons of all ages need no words, so the id of an indicator does not depend on what else
/// stands in a file: `fingertips.90284.under_15`, `fingertips.90284.under_15.male`.
struct FingertipsBreakdown {
  /// The words of the id, each with its dot.
  let suffix: String
  /// The same for a reader, `""` for everybody.
  let words: String

  /// Names sex, age and category as published; a category's type keeps equal names apart.
  init(sex: String, age: String, type: String, category: String) {
    var parts: [String] = []
    var words: [String] = []
    if let slug = Self.slug(age: age) {
      parts.append(slug)
      words.append(age)
    }
    if sex != "Persons", sex != "Not applicable", !sex.isEmpty {
      parts.append(Slug.of(sex))
      words.append(sex.lowercased())
    }
    if !category.isEmpty {
      parts.append(Slug.of(type))
      parts.append(Slug.of(category))
      words.append("\(category) (\(type))")
    }
    suffix = parts.map { "." + $0 }.joined()
    self.words = words.joined(separator: ", ")
  }

  /// `under_15`, `16_plus`, `40_74`; nil for everybody.
  private static func slug(age: String) -> String? {
    let text = age.hasSuffix(" yrs") ? String(age.dropLast(4)) : age
    switch text {
    case "All ages", "Not applicable", "": return nil
    case _ where text.hasPrefix("<"): return "under_" + Slug.of(String(text.dropFirst()))
    case _ where text.hasSuffix("+"): return Slug.of(String(text.dropLast())) + "_plus"
    default: return Slug.of(text)
    }
  }
}
