import Places

/// Areas that a file has figures for and the register lacks: general practices, health boards,
/// European regions, offences of a police force that belong to no partnership.
///
/// Only codes of a published list that is known not to be one of councils make an area: a council's
/// code that the register lacks is a gap to be noticed, never an area of its own.
struct OtherAreas {
  /// The areas in the order in which they were met.
  private(set) var all: [Place] = []
  private var known: Set<String> = []

  /// The code of an area, kept where it is new; nil for a code of no such list.
  mutating func code(_ code: String, _ name: String) -> String? {
    if known.contains(code) { return code }
    guard let kind = Self.kind(Array(code.utf8)) else { return nil }
    let name = name.isEmpty ? "\(kind.prefix(1).uppercased())\(kind.dropFirst()) \(code)" : name
    keep(Place(code: code, name: name, kind: .otherArea, tier: .area, note: kind))
    return code
  }

  /// The code of an area that has only a name: one of our own, made from the name.
  mutating func code(named name: String, _ kind: String) -> String {
    let code = "PW-" + Slug.of(name).uppercased().replacing("_", with: "-")
    keep(Place(code: code, name: name, kind: .otherArea, tier: .area, note: kind))
    return code
  }

  private mutating func keep(_ area: Place) {
    if known.insert(area.code).inserted { all.append(area) }
  }

  /// Lists of nine-character codes, by their first three.
  private static let lists = [
    "E22": "community safety partnership", "E38": "NHS sub-board area", "E40": "NHS region",
    "E54": "NHS integrated care board", "W14": "community safety partnership in Wales",
  ]

  /// What a code is for: `A82003` a practice, `U01901` a network, `TLC1` a European region.
  private static func kind(_ code: [UInt8]) -> String? {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    switch code.count {
    case 4...5 where code.starts(with: [0x54, 0x4C]) && isLetter(code[2]):
      return code.dropFirst(3).allSatisfy { isDigit($0) || isLetter($0) }
        ? "international territorial level \(code.count - 2) area" : nil
    case 6 where isLetter(code[0]) && code.dropFirst().allSatisfy(isDigit):
      return code[0] == 0x55 ? "primary care network" : "general practice"
    case 9 where code.dropFirst().allSatisfy(isDigit):
      return lists[String(decoding: code.prefix(3), as: UTF8.self)]
    default: return nil
    }
  }
}
