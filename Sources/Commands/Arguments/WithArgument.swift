import Importers
import Indicators
import Places
import Tabular

/// What `--with` means: places named one by one, groups for their councils, or a list in a file.
enum WithArgument {
  /// The option, alike for every command that takes it.
  static let option = CommandSpec.Option(
    "--with", value: "PLACE", repeats: true,
    "a place, a group such as core-cities, or a .csv file with places in its first column; give it "
      + "several times, or several with ';'")

  /// The places named, each once, with the groups among them.
  ///
  /// A named group stands for its councils; a region, combined authority or footprint for itself.
  ///
  /// - Throws: `CommandFailure` with code 2 for what is no place, `ImportError` for a file.
  static func resolve(
    _ arguments: Arguments, in register: Register
  ) throws -> (places: [Place], groups: [PlaceGroup]) {
    var places: [Place] = []
    var groups: [PlaceGroup] = []
    for name in arguments.all("--with").flatMap({ $0.split(separator: ";").map(String.init) }) {
      let found: [Place]
      if namesFile(name) {
        found = try listed(name, in: register)
      } else if let group = group(name, in: register) {
        groups.append(group)
        found = ComparisonChoice(among: group, in: register).places
      } else {
        found = [try place(name, in: register)]
      }
      for place in found where !places.contains(where: { $0.code == place.code }) {
        places.append(place)
      }
    }
    return (places, groups)
  }

  /// The further places of a report or a plan; nil where none are asked for.
  ///
  /// - Throws: as `resolve`, and where the place itself is the only one named.
  static func further(
    _ arguments: Arguments, beside place: Place, in register: Register
  ) throws -> ComparisonChoice? {
    guard arguments.isSet("--with") else { return nil }
    let (places, groups) = try resolve(arguments, in: register)
    let others = places.filter { $0.code != place.code }
    guard !others.isEmpty else {
      throw CommandFailure(.usage, "--with needs a place other than \(place)")
    }
    return ComparisonChoice(place, beside: others, groups: groups)
  }

  /// True for the name of a file with a list of places.
  static func namesFile(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

  /// A footprint is a place, and a county goes before the footprint of the same name.
  private static func group(_ name: String, in register: Register) -> PlaceGroup? {
    register.namedGroups.first { !$0.isFootprint && ($0.code == name || $0.name == name) }
  }

  private static func place(_ name: String, in register: Register) throws -> Place {
    let place = try PlaceArgument.resolve(name, in: register)
    guard place.kind != .otherArea else {
      throw CommandFailure(
        .usage, "\(place): it is no council or group of councils, so nothing is compared with it")
    }
    return place
  }

  /// Heads of a column of places.
  private static let heads: Set = ["place", "places", "name", "code", "areacd", "areanm"]

  private static func listed(_ path: String, in register: Register) throws -> [Place] {
    let table = try FileReading.table(try OpenedFile(path), dialect: Dialect())
    var found: [Place] = []
    for (index, row) in table.rows.enumerated() where !row[0].isEmpty {
      if index == 0, heads.contains(row[0].lowercased()) { continue }
      do {
        found.append(try place(row[0], in: register))
      } catch let failure as CommandFailure {
        throw CommandFailure(.inputRefused, "\(path):\(row.line): \(failure.message)")
      }
    }
    return found
  }
}
