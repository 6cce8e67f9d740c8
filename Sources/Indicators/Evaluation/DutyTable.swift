import Evidence
import Places

/// Who runs the service of each column of a cube, found without hashing.
struct DutyTable: Sendable {
  /// When councils of a kind run a service, or their part of it.
  private struct Duty: Sendable {
    let validity: Validity
    let isGeneral: Bool
  }

  /// The service of each column, by number; -1 where a column is of none.
  private let serviceOf: [Int]
  /// The duties of each service, by kind of place; nil for a service that no row speaks of.
  private let duties: [[[Duty]]?]

  init(_ duties: Duties, services: [String?]) {
    var numbered = Numbered<String>()
    serviceOf = services.map { $0.map { numbered.number(of: $0) } ?? -1 }
    self.duties = numbered.all.map { service in
      guard let rows = duties.rows(of: service) else { return nil }
      return PlaceKind.allCases.map { kind in
        (rows[kind] ?? []).map { Duty(validity: $0.validity, isGeneral: $0.role != "some") }
      }
    }
  }

  /// True where a kind of place runs the service of a column, or part of it; nil where the column
  /// is of no service.
  func holds(_ column: Int, kind: Int, on day: Day) -> Bool? {
    guard serviceOf[column] >= 0 else { return nil }
    guard let kinds = duties[serviceOf[column]] else { return true }
    return kinds[kind].contains { $0.validity.contains(day) }
  }

  /// True where every council of the kind runs the service of a column or its part of it.
  func isGeneral(_ column: Int, kind: Int, on day: Day) -> Bool? {
    guard serviceOf[column] >= 0 else { return nil }
    guard let kinds = duties[serviceOf[column]] else { return true }
    return kinds[kind].contains { $0.isGeneral && $0.validity.contains(day) }
  }
}
