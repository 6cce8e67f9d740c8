/// The words around a name that say what kind of council it is: "… City Council", "… UA".
///
/// They are not part of the name, but they tell a county from a city of the same name.
struct Designation {
  /// The folded name without those words; never empty unless the name is.
  let core: String

  /// The kinds that the words allow, or nil when there were none or they say nothing.
  let kinds: Set<PlaceKind>?

  /// Takes the words off a folded name.
  init(folded: String) {
    var rest = Array(folded.utf8)[...]
    var kinds: Set<PlaceKind>?
    while let rule = Self.rules.first(where: { $0.matches(rest) }) {
      rest = rule.isLeading ? rest.dropFirst(rule.bytes.count) : rest.dropLast(rule.bytes.count)
      if kinds == nil { kinds = rule.kinds }
    }
    core = rest.count == folded.utf8.count ? folded : String(decoding: rest, as: UTF8.self)
    self.kinds = kinds
  }
}

extension Designation {
  /// Words before or after a name, with the kinds of council that bear them.
  private struct Rule: Sendable {
    /// The words with the space that parts them from the name.
    let bytes: [UInt8]
    let isLeading: Bool
    let kinds: Set<PlaceKind>?

    init(_ words: String, leading: Bool = false, _ kinds: Set<PlaceKind>? = nil) {
      bytes = Array((leading ? words + " " : " " + words).utf8)
      isLeading = leading
      self.kinds = kinds
    }

    /// True when the words stand there and leave something of the name.
    func matches(_ name: ArraySlice<UInt8>) -> Bool {
      guard name.count > bytes.count else { return false }
      let start = isLeading ? name.startIndex : name.endIndex - bytes.count
      // Backwards: ends differ sooner than the space that all begin with.
      for offset in bytes.indices.reversed() where name[start + offset] != bytes[offset] {
        return false
      }
      return true
    }
  }

  private static let cities: Set<PlaceKind> = [
    .unitary, .metropolitanDistrict, .district, .londonBorough, .cityOfLondon, .councilArea,
    .principalArea, .northernIrelandDistrict,
  ]
  private static let counties: Set<PlaceKind> = [.county]

  /// Longer words come before the shorter ones that they end in.
  private static let rules: [Rule] = [
    Rule("metropolitan borough council", [.metropolitanDistrict]),
    Rule("metropolitan district council", [.metropolitanDistrict]),
    Rule("london borough council", [.londonBorough]),
    Rule("county borough council", [.principalArea]),
    Rule("borough council", cities), Rule("city council", cities),
    Rule("district council", [.district, .metropolitanDistrict, .northernIrelandDistrict]),
    Rule("county council", counties.union([.unitary, .principalArea])),
    Rule("county borough", [.principalArea]), Rule("metropolitan borough", [.metropolitanDistrict]),
    Rule("london borough", [.londonBorough]), Rule("london boro", [.londonBorough]),
    Rule("unitary authority", [.unitary]), Rule("unitary", [.unitary]),
    Rule("local authority"), Rule("council"), Rule("ua", [.unitary]),
    Rule("mbc", [.metropolitanDistrict]), Rule("mdc", [.metropolitanDistrict]),
    Rule("cbc"), Rule("rbc"), Rule("lbc", [.londonBorough]), Rule("lb", [.londonBorough]),
    Rule("bc", cities), Rule("dc", [.district]), Rule("cc"), Rule("mb", [.metropolitanDistrict]),
    Rule("city and county of"), Rule("city of", cities), Rule("county of"),
    Rule("royal borough of"), Rule("borough of"), Rule("borough", cities), Rule("district"),
    Rule("county", counties), Rule("city", cities),
    Rule("london borough of", leading: true, [.londonBorough]),
    Rule("lb of", leading: true, [.londonBorough]),
    Rule("royal borough of", leading: true), Rule("metropolitan borough of", leading: true),
    Rule("city and county of", leading: true), Rule("city and borough of", leading: true),
    Rule("county borough of", leading: true), Rule("borough council of", leading: true),
    Rule("city of", leading: true, cities), Rule("borough of", leading: true),
    Rule("district of", leading: true), Rule("county of", leading: true),
    Rule("council of", leading: true), Rule("corporation of", leading: true),
  ]
}
