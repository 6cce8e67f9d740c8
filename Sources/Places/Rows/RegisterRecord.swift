/// The fields of one row, read with the names of their columns for messages.
struct RegisterRecord {
  let part: RegisterPart
  let fields: [String]

  /// A field that must not be empty.
  func text(_ column: Int) throws(RegisterRowError) -> String {
    guard !fields[column].isEmpty else { throw failure(column, "a value") }
    return fields[column]
  }

  /// A field that may be empty.
  func optional(_ column: Int) -> String? {
    fields[column].isEmpty ? nil : fields[column]
  }

  /// The span of days in a column and the next.
  func validity(_ column: Int) throws(RegisterRowError) -> Validity {
    let span = Validity(from: try day(column), to: try day(column + 1))
    if let from = span.from, let to = span.to, to < from {
      throw failure(column + 1, "a day not before \(from)")
    }
    return span
  }

  /// A day, or nil where the field is empty.
  func day(_ column: Int) throws(RegisterRowError) -> Day? {
    guard let text = optional(column) else { return nil }
    guard let day = Day(text) else { throw failure(column, "a day such as 2023-04-01") }
    return day
  }

  /// A rank from 1.
  func rank(_ column: Int) throws(RegisterRowError) -> Int {
    guard let rank = Int(fields[column]), rank > 0 else { throw failure(column, "a rank from 1") }
    return rank
  }

  func place() throws(RegisterRowError) -> Place {
    guard let kind = PlaceKind(rawValue: fields[2]) else { throw failure(2, "a kind of place") }
    guard let tier = PlaceTier(rawValue: fields[3]) else { throw failure(3, "a tier") }
    return Place(
      code: try text(0), name: try text(1), kind: kind, tier: tier, country: optional(4),
      region: optional(5), county: optional(6), combinedAuthority: optional(7),
      ecode: optional(8), validity: try validity(9), note: optional(11))
  }

  func otherCode() throws(RegisterRowError) -> OtherCode {
    guard let scheme = CodeScheme(rawValue: fields[1]) else {
      throw failure(1, CodeScheme.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return OtherCode(
      place: try text(0), scheme: scheme, value: try text(2), validity: try validity(3))
  }

  func succession() throws(RegisterRowError) -> Succession {
    guard let day = try day(2) else { throw failure(2, "a day such as 2023-04-01") }
    guard fields[3] == "yes" || fields[3] == "no" else { throw failure(3, "yes or no") }
    return Succession(
      old: try text(0), new: try text(1), changedOn: day, isWhole: fields[3] == "yes")
  }

  func newCouncil() throws(RegisterRowError) -> NewCouncil {
    guard let kind = PlaceKind(rawValue: fields[1]) else { throw failure(1, "a kind of place") }
    guard let day = try day(2) else { throw failure(2, "a day such as 2027-04-01") }
    return NewCouncil(
      name: try text(0), kind: kind, startsOn: day, footprint: try text(3), code: optional(4),
      takesOver: fields[5].split(separator: ";").map(String.init), source: try text(6),
      note: optional(7))
  }

  /// One row names several services and several councils: each pair is a row of its own.
  func services() throws(RegisterRowError) -> [BodyService] {
    let body = try text(0)
    let members = try text(2).split(separator: ";")
    let validity = try validity(3)
    guard let confidence = BodyService.Confidence(rawValue: fields[5]) else {
      throw failure(5, "high, medium or low")
    }
    return try text(1).split(separator: ";").flatMap { service in
      members.map { member in
        BodyService(
          body: body, service: String(service), member: String(member), validity: validity,
          confidence: confidence)
      }
    }
  }

  func duty() throws(RegisterRowError) -> Duty {
    guard let kind = PlaceKind(rawValue: fields[1]) else { throw failure(1, "a kind of place") }
    guard let role = Duty.Role(rawValue: fields[2]) else { throw failure(2, "all, part or some") }
    return Duty(
      service: try text(0), kind: kind, role: role, validity: try validity(3), note: optional(5))
  }

  private func failure(_ column: Int, _ expected: String) -> RegisterRowError {
    RegisterRowError(
      part: part, column: part.columns[column], found: fields[column], expected: expected)
  }
}
