/// What kind of council, area or body a place is.
public enum PlaceKind: String, CaseIterable, Sendable {
  /// A London borough.
  case londonBorough = "london-borough"
  /// A metropolitan district.
  case metropolitanDistrict = "metropolitan-district"
  /// A unitary authority in England.
  case unitary
  /// A county council, above districts.
  case county
  /// A district council, below a county.
  case district
  /// The City of London, which has its own police.
  case cityOfLondon = "city-of-london"
  /// The Isles of Scilly, whose council is like no other.
  case islesOfScilly = "isles-of-scilly"
  /// A council area in Scotland.
  case councilArea = "council-area"
  /// A principal area in Wales.
  case principalArea = "principal-area"
  /// A district in Northern Ireland.
  case northernIrelandDistrict = "ni-district"
  /// A region of England.
  case region
  /// A country, or the United Kingdom.
  case country
  /// The area of a combined authority.
  case combinedAuthority = "combined-authority"
  /// An area without a council: a metropolitan county, part of London, countries together.
  case area
  /// The ground of an old county: the same whatever councils there are.
  case footprint
  /// A combined authority as a body that spends money.
  case combinedAuthorityBody = "combined-authority-body"
  /// A police force.
  case police
  /// A fire and rescue authority.
  case fire
  /// A waste disposal authority.
  case waste
  /// A park authority.
  case park
  /// An integrated transport authority.
  case transport
  /// The Greater London Authority.
  case greaterLondonAuthority = "gla"
  /// Any other body.
  case otherBody = "other-body"
  /// An area that a published file has figures for and the register lacks: known by its code alone.
  case otherArea = "other"
}

extension PlaceKind {
  /// What to call it in a sentence, in lower case except for names.
  public var title: String {
    switch self {
    case .londonBorough: "London borough"
    case .metropolitanDistrict: "metropolitan district"
    case .unitary: "unitary authority"
    case .county: "county council"
    case .district: "district council"
    case .cityOfLondon: "City of London"
    case .islesOfScilly: "Isles of Scilly"
    case .councilArea: "Scottish council area"
    case .principalArea: "Welsh principal area"
    case .northernIrelandDistrict: "Northern Ireland district"
    case .region: "region"
    case .country: "country"
    case .combinedAuthority: "combined authority area"
    case .area: "area"
    case .footprint: "footprint"
    case .combinedAuthorityBody: "combined authority"
    case .police: "police force"
    case .fire: "fire and rescue authority"
    case .waste: "waste authority"
    case .park: "park authority"
    case .transport: "transport authority"
    case .greaterLondonAuthority: "Greater London Authority"
    case .otherBody: "other body"
    case .otherArea: "other area"
    }
  }
}
