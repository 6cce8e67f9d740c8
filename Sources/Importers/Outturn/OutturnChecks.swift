import Evidence

/// Compares the parts of each row with the totals that the publisher printed beside them.
///
/// Up to £2 thousand a row is the publisher's rounding; more is an error in the return. Either
/// way it is listed, and the published figures stay as they are.
struct OutturnChecks {
  /// Rounding that whole thousands allow: £2 thousand in pence.
  static let rounding = 200_000.0
  /// Differences below half a pound come from our own rounding to the penny and are not listed.
  private static let silence = 50.0

  private let names: [String: Int]
  private let services: [String]
  /// The starts of the ids that have a total of their own, in order.
  private let stems: [String]

  /// Prepares the checks for the measures of a sheet.
  init(measures: [String]) {
    var names: [String: Int] = [:]
    for (index, measure) in measures.enumerated() { names[measure] = index }
    self.names = names
    stems = measures.filter { $0.hasSuffix(".gross") }.map { String($0.dropLast(6)) }
    services = OutturnColumns.services.map(\.service).filter { $0 != "tot" }
  }

  /// The differences in one row's figures, given in the order of the measures.
  func notes(place: String, line: Int, values: [Double?]) -> [Note] {
    var notes: [Note] = []
    func value(_ measure: String) -> Double? {
      names[measure].flatMap { values.indices.contains($0) ? values[$0] : nil }
    }
    func check(_ total: String, _ parts: [(String, Double)], named what: String = "its parts") {
      guard let published = value(total) else { return }
      var sum = 0.0
      for (part, sign) in parts {
        guard let found = value(part) else { return }
        sum += sign * found
      }
      let difference = published - sum
      guard abs(difference) >= Self.silence else { return }
      let size = Money(pence: Int64(difference)).pounds
      let verdict = abs(difference) <= Self.rounding ? "rounding" : "an error in the return"
      notes.append(
        Note(line: line, "\(place): \(total) differs from \(what) by £\(size): \(verdict)"))
    }
    for kind in ["net", "total_cost"] {
      let parts = services.map { "outturn.\($0).\(kind)" }.filter { names[$0] != nil }
      if parts.count > 2 {
        check("outturn.tot.\(kind)", parts.map { ($0, 1) }, named: "its services")
      }
    }
    for stem in stems {
      check(stem + ".gross", [(stem + ".empl", 1), (stem + ".run", 1)])
      check(stem + ".income", [(stem + ".sfc", 1), (stem + ".othinc", 1)])
      check(stem + ".net", [(stem + ".gross", 1), (stem + ".income", -1)])
    }
    return notes
  }
}
