import FoundationEssentials
import Importers
import Places
import Reporter
import Store

/// A workspace that an analyst can start in: data sets, what is published, a page, a recipe for CI.
struct NewWorkspace {
  /// The workspace that the data sets are taken from.
  let source: Workspace
  /// The places that get a report and a plan.
  let places: [Place]
  /// True to take only what every build needs.
  let isEmpty: Bool

  /// The data sets that every build needs.
  private static let needed = ["catalogue", "deflators", "places", "population"]
  private static let endings = [".csv", ".json", ".md"]

  /// Writes the workspace; it appears whole.
  ///
  /// - Returns: the number of data sets.
  /// - Throws: `CommandFailure` where the folder is not empty.
  func write(to path: String) throws -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard names.isEmpty else {
      throw CommandFailure(
        .usage, "\(path): the folder is not empty; name a new or an empty one for the workspace")
    }
    return try Interruption.deferring {
      var replacement = try DirectoryReplacement(path: path)
      let folder = replacement.temporaryPath
      let count = try copyDatasets(to: folder)
      for (name, text) in files {
        let parent = name.split(separator: "/").dropLast().joined(separator: "/")
        try make("\(folder)/\(parent)")
        try PlainFile.write(Array(text.utf8), to: "\(folder)/\(name)")
      }
      try make("\(folder)/reports")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/.ci/run")
      try Interruption.check()
      try replacement.swap()
      try replacement.commit()
      return count
    }
  }

  private func make(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func copyDatasets(to folder: String) throws -> Int {
    // The lock stays behind: what is published differs, so it would refuse the first build.
    let all = Workspace.names(in: source.datasets).filter {
      var isFolder = false
      let path = Workspace.join(source.datasets, $0)
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
    let chosen = isEmpty ? all.filter(Self.needed.contains) : all
    for name in chosen {
      try Interruption.check()
      let from = Workspace.join(source.datasets, name)
      try make("\(folder)/datasets/\(name)")
      for file in Workspace.names(in: from) where Self.endings.contains(where: file.hasSuffix) {
        guard let data = try? Data(contentsOf: URL(filePath: Workspace.join(from, file))) else {
          throw ImportError(
            .unreadable, path: Workspace.join(from, file), "the file may not be read")
        }
        try PlainFile.write([UInt8](data), to: "\(folder)/datasets/\(name)/\(file)")
      }
    }
    return chosen.count
  }

  /// The files that are the workspace's own.
  private var files: [(name: String, text: String)] {
    [
      ("datasets/catalogue/publications.csv", publications), ("README.md", page),
      (".gitignore", "*.db\n*.db-journal\n*.db-wal\n*.db-shm\n.placewise-*\n"),
      (".ci/run", recipe), ("notebooks-md/first.md", notebook),
    ]
  }

  private static let england = "E92000001"

  private var publications: String {
    let own = places.flatMap { ["report,\($0.code),", "plan,\($0.code),"] }
    return (["kind,place,indicators"] + own + ["report,\(Self.england),"])
      .map { $0 + "\n" }.joined()
  }

  private var page: String {
    let named =
      places.isEmpty
      ? "England alone so far"
      : places.map { MarkdownText(escaping: $0.name).source }.joined(separator: ", ")
    return """
      # A Placewise workspace

      What is published here: reports on \(named). `datasets/` holds the figures, `datasets/catalogue/publications.csv` says which places get a report and a plan, `reports/` is written by the program and not by hand, and `notebooks-md/` holds pages whose numbers are worked out.

      ```sh
      placewise build                            # the database, and everything in reports/
      placewise notebook notebooks-md/*.md       # the numbers in the notebooks
      .ci/run                                    # what a change must pass
      ```

      * **Another place**: add a row such as `report,E08000035,` (and `plan,E08000035,`) to `publications.csv` and build. `placewise places NAME` finds the code.
      * **A file of your own**: `placewise inspect FILE` says what it is, `placewise import FILE` loads it into your database, `placewise adopt FILE --dataset NAME` makes it a part of `datasets/`.
      * **Your own partners and targets**: `datasets/partners/` and `datasets/plans/`, where they are here, say how.
      * **A lock**: `placewise build --update-lock` notes the bytes of every input in `datasets/placewise.lock`; from then on a changed input is refused until it is accepted in the same way.
      * **Continuous integration**: keep the folder in git, with `reports/` and without the database, and let `.ci/run` run on every change. It fails when a report or a notebook is not what the data sets give, and says which figures moved.

      The figures are public sector information licensed under the Open Government Licence v3.0; each `datapackage.json` names publisher, title and licence.

      """
  }

  private var recipe: String {
    """
    #!/usr/bin/env bash
    # What a change must pass: reports and notebooks are what the data sets give.
    set -euo pipefail
    cd "$(dirname "$0")/.."

    placewise build --check
    placewise notebook --check notebooks-md/*.md

    """
  }

  /// A notebook that runs in every workspace.
  private var notebook: String {
    let code = places.first?.code ?? Self.england
    let name = MarkdownText(escaping: places.first?.name ?? "England").source
    return """
      # A first notebook: \(name)

      A notebook is a page whose numbers are worked out. `placewise notebook notebooks-md/first.md` runs the block below and writes its rows under it, and the number into this sentence: \(name) had <!--=residents.residents as number--><!--/=--> residents in the middle of the latest year.

      ```sql
      --: name residents
      --: show year year
      --: show residents number
      SELECT CAST(substr(period_start, 1, 4) AS INTEGER) AS year, value AS residents
      FROM indicator_value
      WHERE indicator = 'residents' AND place = '\(code)' AND value IS NOT NULL
      ORDER BY period_start DESC LIMIT 1
      ```

      """
  }
}
