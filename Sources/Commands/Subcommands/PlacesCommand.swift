import FoundationEssentials
import Places

/// `placewise places`: finds places, their groups, neighbours and history.
enum PlacesCommand: Command {
  static let spec = CommandSpec(
    "places", "find places by code, name or part of a name", arguments: "[QUERY]", count: 0...1,
    options: [
      .init(
        "--members", value: "GROUP", "the places of a region, county, combined authority or group"),
      .init("--neighbours", value: "PLACE", "the councils most like it, the nearest first"),
      .init(
        "--history", value: "PLACE",
        "what it was formed from, what became of it, and its footprint; PLACE is "
          + "\(PlaceArgument.help), or a footprint"),
      .init("--groups", "the groups that there are"),
      .init("--all-tiers", "areas, bodies, ended councils and other tiers as well"),
    ],
    examples: [
      "placewise places manchester", "placewise places --members core-cities",
      "placewise places --neighbours Kent --format csv",
      "placewise places --history footprint-somerset",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let asked = ["--members", "--neighbours", "--history", "--groups"].filter(arguments.isSet)
    if asked.count + arguments.positional.count > 1 {
      throw CommandFailure(.usage, "'places' takes one of QUERY, \(asked.joined(separator: ", "))")
    }
    let register = try session.register()
    let list = PlaceList(register)
    let isWide = arguments.isSet("--all-tiers")
    if let text = arguments.value("--members") {
      try session.write(list.grid(try members(text, register, isWide: isWide)))
    } else if let text = arguments.value("--neighbours") {
      try session.write(try neighbours(text, list, isWide: isWide, session))
    } else if let text = arguments.value("--history") {
      let footprint =
        register.footprint(text) ?? register.ground(text).flatMap { register.footprint($0.code) }
      try session.write(
        try footprint.map(list.history)
          ?? list.history(
            of: try PlaceArgument.resolve(text, in: register)))
    } else if arguments.isSet("--groups") {
      try session.write(list.groups)
    } else if let text = arguments.positional.first {
      try session.write(list.grid(try found(text, register, isWide: isWide)))
    } else {
      let places = register.places.filter { isWide || ($0.isCurrent && $0.tier.isCouncil) }
      try session.write(list.grid(places))
    }
    return .done
  }

  private static func members(
    _ text: String, _ register: Register, isWide: Bool
  ) throws -> [Place] {
    let group = try GroupArgument.resolve(text, in: register)
    let members = register.members(of: group.code, level: isWide ? .all : .lowest)
    // A group of counties has no member at the lowest level.
    return members.isEmpty ? register.members(of: group.code, level: .all) : members
  }

  private static func neighbours(
    _ text: String, _ list: PlaceList, isWide: Bool, _ session: Session
  ) throws -> Grid {
    let place = try PlaceArgument.resolve(text, in: list.register)
    let all = list.register.neighbours(of: place.code, sameTier: false)
    let chosen = list.register.neighbours(of: place.code, sameTier: !isWide)
    if all.isEmpty {
      session.console.say("the register has no similar places for \(place)")
    } else if chosen.count < all.count {
      session.console.say(
        "\(chosen.count) of \(all.count) similar places are of the same tier as \(place.name); "
          + "--all-tiers lists all")
    }
    return list.grid(chosen)
  }

  /// What a text means, then all whose name holds it.
  private static func found(
    _ text: String, _ register: Register, isWide: Bool
  ) throws -> [Place] {
    var places: [Place] = []
    switch register.resolve(text) {
    case .found(let place): places = [place]
    case .ambiguous(let several): places = several
    case .unknown: break
    }
    let wanted = text.lowercased()
    places += register.places.filter { place in
      (isWide || (place.isCurrent && place.tier != .body))
        && place.name.lowercased().contains(wanted)
    }
    var seen: Set<String> = []
    places = places.filter { seen.insert($0.code).inserted }
    // Nothing at all: the error says what is near.
    return places.isEmpty ? [try PlaceArgument.resolve(text, in: register)] : places
  }
}

/// Places as rows.
struct PlaceList {
  let register: Register

  init(_ register: Register) { self.register = register }

  /// One row for each place.
  func grid(_ places: [Place]) -> Grid {
    var grid = Grid([
      "code", "name", "kind", "tier", "region", "county", "combined_authority", "from", "to",
    ])
    for place in places {
      grid.append(
        [
          place.code, place.name, place.kind.title, place.tier.rawValue, name(place.region),
          name(place.county), name(place.combinedAuthority), place.start?.description ?? "",
          place.end?.description ?? "",
        ].map(Cell.words))
    }
    return grid
  }

  /// One row for each thing that happened to a place.
  func history(of place: Place) -> Grid {
    var grid = Grid(["day", "place", "event", "codes", "places"])
    for event in register.history(of: place.code) {
      let names = event.places.map { register[$0]?.name ?? "" }.filter { !$0.isEmpty }
      grid.append(
        event.day?.description ?? "", place.name, event.kind.rawValue,
        event.places.joined(separator: " "), names.joined(separator: ", "))
    }
    for (group, validity) in register.footprints(of: place.code) {
      grid.append(
        validity.from?.description ?? "", place.name, "footprint", group.code, group.name)
      if place.isCurrent { appendNewCouncils(on: group.code, place.name, to: &grid) }
    }
    return grid
  }

  /// One row for each span of days on which the councils of a footprint were the same.
  func history(of footprint: PlaceGroup) -> Grid {
    var grid = Grid(["day", "place", "event", "codes", "places"])
    for (validity, places) in register.spans(of: footprint.code) {
      let until = validity.to.map { "councils until \($0)" } ?? "councils"
      grid.append(
        validity.from?.description ?? "", footprint.name, until,
        places.map(\.code).joined(separator: " "), places.map(\.name).joined(separator: ", "))
    }
    appendNewCouncils(on: footprint.code, footprint.name, to: &grid)
    return grid
  }

  /// One row for each council that is to begin on the ground of a footprint.
  private func appendNewCouncils(on footprint: String, _ name: String, to grid: inout Grid) {
    for council in register.newCouncils(on: footprint) {
      let remark = council.code == nil ? " (code not yet published)" : ""
      grid.append(
        council.startsOn.description, name, "new council", council.code ?? "",
        council.name + remark)
    }
  }

  /// One row for each group.
  var groups: Grid {
    var grid = Grid(["group", "name", "kind", "members", "note"])
    for group in register.allGroups {
      grid.append([
        .text(group.code), .text(group.name), .text(group.kind),
        .int(register.members(of: group.code).count), .words(group.note),
      ])
    }
    return grid
  }

  private func name(_ code: String?) -> String {
    guard let code else { return "" }
    return register[code]?.name ?? code
  }
}
