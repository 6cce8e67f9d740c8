import Places

/// The places that the Department for Education's three-digit numbers stand for.
///
/// A number follows the area: 815 was North Yorkshire's county council and is the unitary
/// authority on the same boundary, and gets a successor only where the area changed (835 Dorset
/// to 2019, 838 since). So a number is read as the place of today that has it, whatever the year
/// of the figure, and figures of one area stay one series.
enum EducationPlaces {
  /// Numbers of England, its regions and the two parts of London.
  private static let areas: [String: String] = [
    "970": "E92000001", "980": "E12000001", "981": "E12000002", "982": "E12000003",
    "983": "E12000004", "984": "E12000005", "985": "E12000006", "986": "E12000007",
    "987": "E13000001", "988": "E13000002", "989": "E12000008", "990": "E12000009",
  ]

  /// The regions that together make England, each once.
  static let regions: Set<String> = [
    "980", "981", "982", "983", "984", "985", "986", "989", "990",
  ]

  /// England's number.
  static let england = "970"

  /// The code that the register knows for a number, or the text itself.
  static func code(_ number: String) -> String { areas[number] ?? number }

  /// True for a number of a single authority: neither an area nor two authorities at once.
  static func isAuthority(_ number: String) -> Bool {
    number.utf8.count == 3 && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && areas[number] == nil
  }

  /// The authorities with a duty for children's services on a day that are not among some codes.
  ///
  /// One that has passed whole into a place of today counts as named where that place is.
  static func missing(from codes: Set<String>, on day: Day, in register: Register) -> [Place] {
    register.places.filter { place in
      place.country == "E92000001" && (place.tier == .single || place.tier == .upper)
        && place.existed(on: day) && !codes.contains(place.code)
        && !(register.currentCode(for: place.code).map(codes.contains) ?? false)
    }
  }
}
