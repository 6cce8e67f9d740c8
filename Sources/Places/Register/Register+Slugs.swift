extension Register {
  /// The name of a place as part of a path: ASCII letters, digits and hyphens, unlike all others.
  ///
  /// The code itself, in lower case, for a code that is not in the register.
  public func slug(for code: String) -> String {
    slugs.slugs[code] ?? SlugIndex.slug(code)
  }

  /// The place with this slug.
  public func place(slug: String) -> Place? {
    slugs.codes[slug].flatMap { self[$0] }
  }
}
