/// Why a table cannot be protected or audited.
public enum DisclosureError: Error, Sendable, Hashable {
  /// Two cells have this name.
  case duplicateCell(String)

  /// An equation or a list names a cell that is not there.
  case unknownCell(String)

  /// The parts of this total do not add up to it.
  case doesNotAddUp(total: String)

  /// The published figures contradict the sums or what readers may assume about these hidden cells.
  case contradiction(cells: [String])

  /// No choice of further cells protects these; merging categories may.
  case cannotProtect(cells: [String])

  /// The numbers are too ill-conditioned for the solver to be trusted on these cells.
  case unstable(cells: [String])

  /// A case file cannot be read: where and why.
  case malformedCase(String)
}

extension DisclosureError: CustomStringConvertible {
  /// One sentence with what was found and what to do.
  public var description: String {
    switch self {
    case .duplicateCell(let id):
      "two cells are named \(id): give every cell of the linked tables its own name"
    case .unknownCell(let id):
      "there is no cell \(id), though an equation or a list of cells names it"
    case .doesNotAddUp(let total):
      "the parts of \(total) do not add up to it: correct the table before protecting it"
    case .contradiction(let cells):
      "the published figures leave no possible value for \(list(cells)): "
        + "check the sums, and that no shown-nought table hides a nought"
    case .cannotProtect(let cells):
      "no further cells can be hidden so that \(list(cells)) cannot be worked out: merge categories"
    case .unstable(let cells):
      "the bounds of \(list(cells)) could not be computed reliably: publish fewer linked figures"
    case .malformedCase(let reason):
      "the disclosure case cannot be read: \(reason)"
    }
  }

  private func list(_ cells: [String]) -> String {
    let shown = cells.prefix(5).joined(separator: ", ")
    return cells.count > 5 ? "\(shown) and \(cells.count - 5) more" : shown
  }
}
