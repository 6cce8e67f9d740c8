import Importers
import Places

/// Whether the catalogue's tables name only what there is: a code mistyped would leave a council out
/// of its group, or a report unwritten, and nobody would be told.
struct CatalogueReferences {
  private static let kinds = ["report", "plan", "comparison"]

  private let files: CatalogueFiles
  private let register: Register

  /// Looks through groups and publications.
  ///
  /// - Throws: `ImportError` with file, line and column of the first fault.
  static func check(_ workspace: Workspace, _ register: Register) throws(ImportError) {
    let references = CatalogueReferences(
      files: CatalogueFiles(workspace: workspace), register: register)
    try references.checkGroups()
    try references.checkPublications()
  }

  private func checkGroups() throws(ImportError) {
    guard let table = try files.table("groups.csv", ["group_code", "kind", "members"]) else {
      return
    }
    var groups: Set<String> = []
    for row in table.rows {
      // A group whose members change has a row for each time.
      let code = table.text(row, "group_code")
      guard groups.insert("\(code) \(table.text(row, "valid_from"))").inserted else {
        throw table.refusal(
          row, "group_code", expected: "a code that no group has from the same day on")
      }
      var members: Set<String> = []
      for member in table.text(row, "members").split(separator: ";").map(String.init) {
        guard members.insert(member).inserted else {
          throw table.refusal(row, "members", found: "\(member) again", expected: "it once")
        }
        guard let place = register[member], place.kind != .footprint else {
          throw table.refusal(
            row, "members", found: member,
            expected: "a code of the place register; 'placewise places NAME' finds it")
        }
      }
    }
  }

  private func checkPublications() throws(ImportError) {
    guard let table = try files.table("publications.csv", ["kind", "place"]) else { return }
    for row in table.rows {
      let kind = table.text(row, "kind")
      guard Self.kinds.contains(kind) else {
        throw table.refusal(row, "kind", expected: "report, plan or comparison")
      }
      let code = table.text(row, "place")
      let isKnown =
        kind == "comparison" ? register.group(code: code) != nil : register[code] != nil
      guard isKnown else {
        throw table.refusal(
          row, "place",
          expected: kind == "comparison"
            ? "the code of a group; 'placewise places --groups' lists all"
            : "a code of the place register; 'placewise places NAME' finds it")
      }
    }
  }
}
