/// That one hidden cell must stay uncertain by some amount.
struct Demand: Sendable, Hashable {
  /// The cell.
  let cell: Int

  /// How uncertain it must stay.
  let requirement: Requirement

  /// A cell whose figure is taken as known, because its only contributor knows it; nil for none.
  let insider: Int?
}

/// The proof that a demand is met: other tables that a reader cannot rule out.
struct Witness: Sendable, Hashable {
  /// The cells whose figures differ in those tables, ascending; the demand is met while they are hidden.
  let cells: [Int]

  /// True when no such table was found as whole numbers and the audit had to decide.
  ///
  /// Such a proof may rest on any hidden cell.
  let isAudited: Bool
}
