// swift-tools-version: 6.2

import PackageDescription

/// What every target is built with, so that no floor of the house is laxer than another.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  // Warnings stop the build: a deprecated call or an unused result is a defect.
  .treatAllWarnings(as: .error),
  // Unsafe code must be marked, which confines it to the scanner and the SQLite shim.
  .strictMemorySafety(),
  // SE-0335: `any` is written where a protocol is used as a type.
  .enableUpcomingFeature("ExistentialAny"),
  // SE-0444: a member is visible only where its module is imported.
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target: `arrows` are the only targets it may import.
func floor(_ name: String, _ arrows: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: arrows, swiftSettings: settings)
}

/// The tests of one target, with what else they need.
///
/// `data` are folders of files that the tests read from where they stand.
func tests(
  of name: String, _ others: [Target.Dependency] = [], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + others,
    exclude: data, swiftSettings: settings)
}

let package = Package(
  name: "placewise",
  products: [.executable(name: "placewise", targets: ["placewise"])],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    floor("Tabular"),
    floor("Store", ["CSQLite"]),
    floor("Places", ["Store"]),
    floor("Evidence", ["Store", "Places"]),
    floor("Importers", ["Tabular", "Evidence", "Places", "Store"]),
    floor("Statistics"),
    floor("Disclosure"),
    floor("Indicators", ["Evidence", "Places", "Store", "Statistics", "Disclosure"]),
    floor(
      "Reporter",
      ["Indicators", "Evidence", "Places", "Store", "Statistics", "Disclosure", "Tabular"]),
    floor(
      "Commands",
      [
        "Reporter", "Indicators", "Importers", "Evidence", "Places", "Store", "Statistics",
        "Disclosure", "Tabular",
      ]),
    .executableTarget(
      name: "placewise", dependencies: ["Commands"], swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Tabular"),
    tests(of: "Store", ["CSQLite"]),
    tests(of: "Places", ["Store"]),
    tests(of: "Evidence", ["Store", "Places"]),
    tests(of: "Importers", ["Tabular", "Evidence", "Places", "Store"]),
    tests(of: "Statistics", ["Tabular"], data: ["Vectors"]),
    tests(of: "Disclosure", data: ["Cases"]),
    tests(of: "Indicators", ["Evidence", "Places", "Store", "Statistics", "Disclosure"]),
    tests(of: "Reporter", ["Indicators", "Evidence", "Places", "Store", "Tabular"]),
    tests(
      of: "Commands",
      ["Reporter", "Indicators", "Importers", "Evidence", "Places", "Store", "Tabular"]),
  ]
)
