/// One linear equation over numbered unknowns: the sum of `coefficient * unknown` equals `right`.
struct SparseRow: Sendable, Hashable {
  /// A term of the equation.
  struct Term: Sendable, Hashable {
    /// The unknown's number.
    var column: Int

    /// What it is multiplied by; never 0.
    var coefficient: Int
  }

  /// The terms, by ascending column, each column once.
  var terms: [Term]

  /// The right-hand side.
  var right: Int
}
