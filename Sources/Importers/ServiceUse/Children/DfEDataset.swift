import Tabular

/// Which data set a DfE file belongs to: the files do not say, their columns do.
struct DfEDataset {
  /// The word after `dfe.` in the ids of its measures.
  let slug: String
  /// The title for readers.
  let title: String
  /// Categories that are the same in all rows and say nothing.
  let silent: Set<String>

  private static let known: [(column: String, slug: String, title: String, silent: Set<String>)] = [
    ("at31_episodes", "children_in_need", "Children in need", ["category"]),
    ("rereferral_count", "referrals", "Referrals to children's social care", ["category"]),
    (
      "episodes_with_assessment_factor", "assessment_factors",
      "Factors identified at the end of assessment", ["category"]
    ),
    ("neet_not_known_percent", "neet", "Participation of young people aged 16 and 17", ["age"]),
    ("care_leaver_age", "care_leavers", "Care leavers", []),
    ("placement_stability", "placement_stability", "Stability of placements", []),
    ("population_type", "looked_after", "Children looked after", []),
    ("characteristic", "looked_after_outcomes", "Outcomes of children looked after", []),
  ]

  /// Recognises a data set by a column of its own; any other takes its first category's name.
  init(_ columns: Columns, _ header: Row, categories: [Int]) {
    if let found = Self.known.first(where: { columns[$0.column] != nil }) {
      slug = found.slug
      title = found.title
      silent = found.silent
      return
    }
    let name = categories.first.map { header[$0] } ?? header.fields.last ?? ""
    slug = Slug.of(name)
    title = CellText.key(name)
    silent = []
  }
}
