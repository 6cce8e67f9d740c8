/// Who may be named of those that were paid: `--suppliers none|organisations`.
enum SupplierArgument {
  /// True where organisations may be named; a private person never is.
  static func namesOrganisations(_ arguments: Arguments) throws -> Bool {
    switch arguments.value("--suppliers") {
    case nil, "none": return false
    case "organisations": return true
    case let other?:
      throw CommandFailure(
        .usage, "found --suppliers \(other), expected none or organisations")
    }
  }
}
