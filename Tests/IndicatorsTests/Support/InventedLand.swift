import Evidence
import Places

@testable import Indicators

/// A land of councils that do not exist, with every kind of change that real ones went through.
enum InventedLand {
  static let england = "E92000001"
  /// Deflators are of the whole United Kingdom.
  static let kingdom = "K02000001"

  // Councils of today that never changed.
  static let northam = "E06000901"
  static let millbridge = "E08000901"
  static let keepshire = "E10000904"
  static let keepWest = "E07000931"
  static let keepEast = "E07000932"

  /// A combined authority's area: Northam, Millbridge and Keepshire with its districts.
  static let threeParts = "E47000901"
  static let threePartsBody = "E47000901B"
  static let police = "E23000901"
  /// A fire authority that serves Northam, and Seaport as well, which is not of the area.
  static let fire = "E31000901"

  // Mereshire and its districts became one council in 2019.
  static let mereshire = "E10000901"
  static let westmere = "E07000901"
  static let eastmere = "E07000902"
  static let mere = "E06000950"

  // Oldshire was divided in 2021; each district went to one of its halves.
  static let oldshire = "E10000902"
  static let oldNorthTown = "E07000911"
  static let northOld = "E06000951"
  static let southOld = "E06000952"
  /// The ground of Oldshire, whatever councils there are.
  static let oldGround = "footprint-oldshire"

  // Two single-tier councils and a district without its county became Seaport in 2019.
  static let port = "E06000903"
  static let bay = "E06000904"
  static let church = "E07000921"
  static let shoreshire = "E10000903"
  static let seaport = "E06000953"

  private static func april(_ year: Int) -> Day { Day(year: year, firstOfMonth: 4) }

  private static func place(
    _ code: String, _ name: String, _ kind: PlaceKind, _ tier: PlaceTier, in county: String? = nil,
    from: Int? = nil, to: Int? = nil
  ) -> Place {
    Place(
      code: code, name: name, kind: kind, tier: tier, country: code == kingdom ? nil : england,
      county: county,
      combinedAuthority: code == threePartsBody ? threeParts : nil,
      validity: Validity(from: from.map(april), to: to.map { april($0).previous }))
  }

  static let places = [
    place(kingdom, "United Kingdom", .country, .country),
    place(england, "England", .country, .country),
    place(northam, "Northam", .unitary, .single),
    place(millbridge, "Millbridge", .metropolitanDistrict, .single),
    place(keepshire, "Keepshire", .county, .upper),
    place(keepWest, "West Keep", .district, .lower, in: keepshire),
    place(keepEast, "East Keep", .district, .lower, in: keepshire),
    place(threeParts, "Three Parts", .combinedAuthority, .combined, from: 2014),
    place(threePartsBody, "Three Parts Authority", .combinedAuthorityBody, .body, from: 2014),
    place(police, "Three Parts Police", .police, .body), place(fire, "Coast Fire", .fire, .body),
    place(mereshire, "Mereshire", .county, .upper, to: 2019),
    place(westmere, "Westmere", .district, .lower, to: 2019),
    place(eastmere, "Eastmere", .district, .lower, to: 2019),
    place(mere, "Mere", .unitary, .single, from: 2019),
    place(oldshire, "Oldshire", .county, .upper, to: 2021),
    place(oldNorthTown, "Old North Town", .district, .lower, to: 2021),
    place(northOld, "North Old", .unitary, .single, from: 2021),
    place(southOld, "South Old", .unitary, .single, from: 2021),
    place(port, "Port", .unitary, .single, to: 2019),
    place(bay, "Bay", .unitary, .single, to: 2019),
    place(church, "Church", .district, .lower, to: 2019),
    place(shoreshire, "Shoreshire", .county, .upper),
    place(seaport, "Seaport", .unitary, .single, from: 2019),
  ]

  static let register: Register = {
    var rows = RegisterRows()
    rows.places = places
    let (merged, split) = (april(2019), april(2021))
    rows.successions = [mereshire, westmere, eastmere].map {
      Succession(old: $0, new: mere, changedOn: merged, isWhole: true)
    }
    rows.successions += [port, bay, church].map {
      Succession(old: $0, new: seaport, changedOn: merged, isWhole: true)
    }
    rows.successions += [northOld, southOld].map {
      Succession(old: oldshire, new: $0, changedOn: split, isWhole: false)
    }
    rows.successions.append(
      Succession(old: oldNorthTown, new: northOld, changedOn: split, isWhole: true))
    rows.memberships = [northam, millbridge, keepshire, keepWest, keepEast].map {
      Membership(place: $0, group: threeParts)
    }
    rows.memberships += [keepWest, keepEast].map { Membership(place: $0, group: keepshire) }
    rows.groups = [PlaceGroup(code: oldGround, name: "Oldshire", kind: "footprint")]
    rows.memberships += [oldshire, oldNorthTown].map {
      Membership(place: $0, group: oldGround, validity: Validity(from: nil, to: split.previous))
    }
    rows.memberships += [northOld, southOld].map {
      Membership(place: $0, group: oldGround, validity: Validity(from: split, to: nil))
    }
    return Register(rows)
  }()

  /// Adult care and children at the upper tier, housing at the lower, environment at both, public
  /// health from 2013 only, and a residual line that only some run.
  static let duties: Duties = {
    var rows: [Duties.Row] = []
    for kind in [PlaceKind.unitary, .metropolitanDistrict, .county] {
      for service in ["asc", "csc", "edu"] {
        rows.append(.init(service: service, kind: kind, role: "all", validity: .always))
      }
      rows.append(
        .init(
          service: "phs", kind: kind, role: "all",
          validity: Validity(from: april(2013), to: nil)))
      rows.append(.init(service: "oth", kind: kind, role: "some", validity: .always))
    }
    for kind in [PlaceKind.unitary, .metropolitanDistrict, .district] {
      rows.append(.init(service: "hou", kind: kind, role: "all", validity: .always))
    }
    for kind in [PlaceKind.unitary, .metropolitanDistrict, .county, .district] {
      rows.append(.init(service: "env", kind: kind, role: "part", validity: .always))
    }
    return Duties(rows)
  }()

  static let bodies = Bodies([
    .init(
      body: threePartsBody, services: ["trans"], members: [northam, millbridge, keepshire],
      validity: Validity(from: april(2014), to: nil)),
    .init(
      body: police, services: ["pol"], members: [northam, millbridge, keepshire],
      validity: .always),
    .init(body: fire, services: ["frs"], members: [northam, seaport], validity: .always),
  ])

  static let measures: [Measure] =
    ["asc", "csc", "edu", "phs", "oth", "hou", "env", "tot"].map { service in
      Measure(
        id: "outturn.\(service).net", title: service, unit: .pence, kind: .flow,
        service: service == "tot" ? "" : service)
    }
    + ["a", "b"].map { line in
      Measure(id: "ro3.csc\(line).net", title: line, unit: .pence, kind: .flow, service: "csc")
    }
    + [
      Measure(id: "population.all", title: "residents", unit: .persons, kind: .stock),
      Measure(
        id: "population.children", title: "children", unit: .persons, kind: .stock, tier: "upper"),
      Measure(id: "score", title: "score", unit: .rate, kind: .mean),
      Measure(id: "rate", title: "rate", unit: .rate, kind: .ratio),
    ]

  static let catalogue = Catalogue(measures: measures, duties: duties, bodies: bodies)

  /// Residents of every council in every year that tests use.
  static let residents = [
    northam: 100.0, millbridge: 300, keepshire: 600, keepWest: 200, keepEast: 400, mere: 50,
    seaport: 80, northOld: 30, southOld: 20,
  ]
}

/// Figures of the invented land and what is computed from them.
struct InventedFigures {
  var cube = FigureCube(register: InventedLand.register)
  var catalogue = InventedLand.catalogue

  /// Figures with residents and prices for some years.
  init(years: ClosedRange<Int> = 2010...2024) {
    for year in years {
      for (place, people) in InventedLand.residents.sorted(by: { $0.key < $1.key }) {
        cube.keep(people, place: place, measure: "population.all", period: .midYear(year))
      }
      // Prices doubled from 2014-15 to 2024-25, by 5 a year.
      cube.keep(
        100 - 5 * Double(2024 - year), place: InventedLand.kingdom, measure: "deflator.gdp",
        period: .financialYear(year))
    }
  }

  /// Keeps the figure of a financial year; nil keeps a gap that was published as `[x]`.
  mutating func keep(
    _ measure: String, _ place: String, _ year: Int, _ value: Double?, _ status: Status = []
  ) {
    cube.keep(
      value, value == nil && status.isEmpty ? .notAvailable : status, place: place,
      measure: measure, period: .financialYear(year))
  }

  /// The value of a formula.
  func figure(_ formula: String, _ place: String, _ year: Int) throws -> Figure {
    var evaluator = Evaluator(cube: cube, catalogue: catalogue, register: InventedLand.register)
    guard let place = InventedLand.register[place] else { return .absent }
    return evaluator.evaluate(
      try FormulaParser.parse(formula), place, .financialYear(year))
  }

  /// The value of a formula with its letters: `12.5 p`, `[x]`.
  func said(_ formula: String, _ place: String, _ year: Int) throws -> String {
    let figure = try figure(formula, place, year)
    guard let value = figure.value else { return "[\(figure.status.text)]" }
    let rounded = (value * 1e6).rounded() / 1e6
    let text = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    return figure.status.isEmpty ? text : "\(text) \(figure.status.text)"
  }
}
