/// One of the tables that make up the register, named as its file is.
public enum RegisterPart: String, CaseIterable, Sendable {
  /// Councils, areas and bodies.
  case places
  /// Other codes of the same place.
  case codes
  /// Published spellings.
  case aliases
  /// Mergers and splits.
  case successors
  /// What belongs to what, and when.
  case members
  /// Similar councils.
  case neighbours
  /// Comparison groups and footprints, with their members.
  case groups
  /// Councils that begin on days to come.
  case newCouncils = "new-councils"
  /// Which bodies run services for which councils.
  case bodies
  /// Which kinds of council run which services.
  case duties
}

extension RegisterPart {
  /// The columns of the file in the order that `RegisterRows.append` expects.
  public var columns: [String] {
    switch self {
    case .places:
      [
        "code", "name", "kind", "tier", "country", "region", "county", "combined_authority",
        "ecode", "start", "end", "note",
      ]
    case .codes: ["code", "scheme", "value", "valid_from", "valid_to"]
    case .aliases: ["name", "code", "source"]
    case .successors: ["old", "new", "changed_on", "whole"]
    case .members: ["place", "group_code", "valid_from", "valid_to"]
    case .neighbours: ["place", "rank", "neighbour"]
    case .groups: ["group_code", "name", "kind", "members", "valid_from", "valid_to", "note"]
    case .newCouncils:
      ["name", "kind", "starts_on", "footprint", "code", "takes_over", "source", "note"]
    case .bodies:
      ["body", "services", "members", "valid_from", "valid_to", "confidence", "note"]
    case .duties: ["service", "kind", "role", "from", "to", "note"]
    }
  }
}
