import Foundation
import TestSupport

/// A workspace with the shipped catalogue and places but a year or two of spending: quick to build.
struct SmallWorkspace {
  let scratch: Scratch

  /// Copies what is needed; every change below is made to the copy.
  init(spending: [String] = ["rsx-2024-25"]) throws {
    scratch = try Scratch()
    let shipped = Reference.package.appendingPathComponent("datasets")
    let own = scratch.url.appendingPathComponent("datasets")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    for name in ["places", "catalogue", "deflators"] {
      try FileManager.default.copyItem(
        at: shipped.appendingPathComponent(name), to: own.appendingPathComponent(name))
    }
    try copy("population", keeping: ["population-count", "children"])
    try copy("revenue-outturn", keeping: spending)
    try write(
      "datasets/catalogue/publications.csv",
      "kind,place\nreport,E08000003\nreport,E47000001\nreport,E92000001\n")
  }

  /// Copies some resources of a data set with a package file that names only them.
  private func copy(_ dataset: String, keeping names: [String]) throws {
    let from = Reference.package.appendingPathComponent("datasets/\(dataset)")
    let to = scratch.url.appendingPathComponent("datasets/\(dataset)")
    try FileManager.default.createDirectory(at: to, withIntermediateDirectories: true)
    let data = try Data(contentsOf: from.appendingPathComponent("datapackage.json"))
    var package = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    let resources = package["resources"] as? [[String: Any]] ?? []
    package["resources"] = resources.filter { names.contains($0["name"] as? String ?? "") }
    try JSONSerialization.data(withJSONObject: package, options: [.sortedKeys])
      .write(to: to.appendingPathComponent("datapackage.json"))
    for name in names + ["sources", "source-columns"] {
      try FileManager.default.copyItem(
        at: from.appendingPathComponent("\(name).csv"),
        to: to.appendingPathComponent("\(name).csv"))
    }
  }

  /// The path of the folder.
  var path: String { scratch.url.path }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOf: scratch.url.appendingPathComponent(name), encoding: .utf8)
  }

  /// Writes a file.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: scratch.url.appendingPathComponent(name))
  }

  /// Runs a command in the workspace.
  func run(_ line: String...) -> Program { Program(line + ["--workspace", path]) }

  /// Every file of the reports with its bytes.
  func reports() throws -> [String: Data] {
    let folder = scratch.url.appendingPathComponent("reports")
    var found: [String: Data] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    for case let path as String in paths {
      let url = folder.appendingPathComponent(path)
      if let data = try? Data(contentsOf: url) { found[path] = data }
    }
    return found
  }
}
