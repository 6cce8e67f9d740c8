/// One council, area or body of the register.
public struct Place: Hashable, Sendable {
  /// The current ONS code, or the register's own code (`PW-…`) where none is published.
  public let code: String

  /// The name for reports.
  public let name: String

  /// What kind of council, area or body it is.
  public let kind: PlaceKind

  /// Where it stands among the others that cover the same ground.
  public let tier: PlaceTier

  /// The code of its country.
  public let country: String?

  /// The code of its region; nil outside England and where it lies in several.
  public let region: String?

  /// The code of the county council above a district.
  public let county: String?

  /// The code of the combined authority area it belongs to today, or that a body governs.
  public let combinedAuthority: String?

  /// The E-code of the outturn sheets.
  public let ecode: String?

  /// The days on which it existed; the first day is nil when it is before 2 April 2009 or unknown.
  public let validity: Validity

  /// What a reader of the register should know.
  public let note: String?

  /// Makes a place from its row.
  public init(
    code: String, name: String, kind: PlaceKind, tier: PlaceTier, country: String? = nil,
    region: String? = nil, county: String? = nil, combinedAuthority: String? = nil,
    ecode: String? = nil, validity: Validity = .always, note: String? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.tier = tier
    self.country = country
    self.region = region
    self.county = county
    self.combinedAuthority = combinedAuthority
    self.ecode = ecode
    self.validity = validity
    self.note = note
  }
}

extension Place {
  /// The first day, when it is known.
  public var start: Day? { validity.from }

  /// The last day, or nil while it exists.
  public var end: Day? { validity.to }

  /// True while it exists.
  public var isCurrent: Bool { validity.to == nil }

  /// True when it existed on a day.
  public func existed(on day: Day) -> Bool { validity.contains(day) }
}

extension Place: CustomStringConvertible {
  /// The name, the kind and the code, with the last day when it has ended.
  public var description: String {
    let ended = end.map { ", to \($0)" } ?? ""
    return "\(name) (\(kind.title), \(code)\(ended))"
  }
}
