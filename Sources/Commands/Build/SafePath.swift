import Reporter

/// The names of files that are made from data: codes, slugs and ids.
enum SafePath {
  /// True for letters, digits, `_`, `-` and `.`, the first no `.`: at most 100 of them.
  static func isName(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first, first != 0x2E, name.utf8.count <= 100 else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
  }

  /// The path below a folder where a file of a report goes.
  ///
  /// - Throws: `CommandFailure` with code 4 for a path that could lead out of the folder.
  static func check(_ file: ReportFile) throws(CommandFailure) -> String {
    let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy(isName) else {
      throw CommandFailure(
        .inputRefused,
        "found the name '\(file.path)' for a file of a report, expected letters, digits, '_' and "
          + "'-'; change the id or the code in datasets/catalogue")
    }
    return file.path
  }
}
