import Evidence

/// Which measure a heading and a subject are, written down apart from the layouts.
enum ExpectedMeasure {
  /// True where a measure's id is what Python's finding calls for.
  static func fits(_ measure: String, _ found: MeaningScript.Finding) -> Bool {
    let family = measure.prefix { $0 != "." }
    let subject = found.subject
    switch family {
    case "fingertips":
      guard found.heading == "Value",
        measure == "fingertips.\(subject[0])"
          || measure.hasPrefix("fingertips.\(subject[0]).")
      else { return false }
      let sexes = measure.split(separator: ".").filter { $0 == "male" || $0 == "female" }
      let isOne = subject[1] == "Male" || subject[1] == "Female"
      return sexes == (isOne ? [Substring(subject[1].lowercased())] : [])
        && (subject[2].isEmpty || measure.contains(words(subject[2])))
    case "els":
      return found.heading == "observation" && measure.hasPrefix("els." + words(subject[0]))
    case "dfe":
      return measure.contains("." + words(found.heading))
        && subject.allSatisfy { $0.isEmpty || measure.contains("." + words($0)) }
    case "children":
      return lookedAfter[subject[2]].map {
        measure == $0 + (found.heading == "rate_per_10000" ? "_rate" : "")
      } ?? false
    case "lait", "s251":
      let isMoney = subject[0].hasSuffix("Finance") || subject[0].hasSuffix("Expenditure")
      return found.heading == "Values"
        && (isMoney ? family == "s251" : measure == "lait." + words(subject[0]))
    case "homelessness":
      return homelessness[measure.replacing("homelessness.", with: "")].map { phrases in
        measure.hasPrefix("homelessness.\(subject[0]).")
          && phrases.allSatisfy { words(found.heading).contains(words($0)) }
      } ?? false
    case "ascof":
      let code = words(String(subject[0].dropFirst(6)))
      let part = found.heading.split(separator: " - ").last.map(String.init) ?? ""
      return measure == "ascof.\(code)" + (part == "outcome" ? "" : ".\(part)")
    case "crime": return measure == "crime." + (crime[words(found.heading)] ?? words(found.heading))
    case "libraries": return measure == "libraries." + words(found.heading)
    case "oflog": return found.heading == "Value" && measure == "oflog." + words(subject[0])
    default: return false
    }
  }

  /// Spending is kept in pence.
  static func factor(_ figure: Observation) -> Double {
    figure.measure.hasPrefix("s251.") ? 100 : 1
  }

  /// Lower-case letters and digits, anything else one underscore, apostrophes nothing.
  static func words(_ text: String) -> String {
    var words = ""
    for character in text.lowercased() where character != "'" {
      if character.isASCII, character.isLetter || character.isNumber {
        words.append(character)
      } else if !words.isEmpty, words.last != "_" {
        words.append("_")
      }
    }
    while words.last == "_" { words.removeLast() }
    return words
  }

  private static let lookedAfter = [
    "Children looked after on 31 March each year": "children.looked_after",
    "Children starting to be looked after each year": "children.looked_after_started",
    "Children ceasing to be looked after each year": "children.looked_after_ceased",
    "Children ceasing to be looked after during the year": "children.looked_after_ceased",
  ]

  private static let crime = ["total_recorded_crime_excluding_fraud": "total"]

  /// Words that must stand in a column's heading or, for accommodation, above its group.
  private static let homelessness: [String: [String]] = [
    "a1.assessments": ["total initial assessments"],
    "a1.duty_owed": ["assessed as owed a duty"],
    "a1.prevention_duty": ["threatened with homelessness", "prevention duty owed"],
    "a1.prevention_duty.section_21": ["due to service of valid section 21"],
    "a1.relief_duty": ["homeless", "relief duty owed"],
    "a1.no_duty": ["threatened with homelessness within 56 days no duty owed"],
    "a1.withdrew": ["withdrew application"], "a1.not_eligible": ["not eligible"],
    "a1.households_in_area": ["number of households in area"],
    "a1.prevention_duty.rate": ["threatened with homelessness per"],
    "a1.relief_duty.rate": ["assessed as homeless per"],
    "p1.ended": ["total number of households", "prevention duty ended"],
    "p1.secured": ["secured accommodation"],
    "p1.secured.stayed": ["stayed in existing accommodation"],
    "p1.secured.moved": ["moved to alternative accommodation"],
    "p1.homeless": ["homeless including intentionally homeless"],
    "p1.refused_offer": ["refused suitable accommodation offer"],
    "p1.refused_to_cooperate": ["refused to cooperate"], "p1.contact_lost": ["contact lost"],
    "p1.withdrew_or_deceased": ["withdr", "deceased"],
    "p1.withdrew_or_deceased.withdrew": ["withdrew application"],
    "p1.withdrew_or_deceased.deceased": ["applicant deceased"],
    "p1.withdrew_or_deceased.not_told_apart": ["retired"],
    "p1.time_elapsed": ["56 days elapsed"], "p1.no_longer_eligible": ["no longer eligible"],
    "p1.not_known": ["not known"],
    "r1.ended": ["total number of households", "relief duty ended"],
    "r1.secured": ["secured accommodation"], "r1.time_elapsed": ["56 days elapsed"],
    "r1.referred": ["local connection referral accepted"],
    "r1.intentionally_homeless": ["intentionally homeless from accommodation provided"],
    "r1.refused_offer": ["refused final accommodation"],
    "r1.refused_to_cooperate": ["notice served due to refusal to cooperate"],
    "r1.contact_lost": ["contact lost"], "r1.withdrew_or_deceased": ["withdr", "deceased"],
    "r1.withdrew_or_deceased.withdrew": ["withdrew application"],
    "r1.withdrew_or_deceased.deceased": ["applicant deceased"],
    "r1.withdrew_or_deceased.not_told_apart": ["retired"],
    "r1.no_longer_eligible": ["no longer eligible"], "r1.not_known": ["not known"],
    "ta1.households": ["total number of households in ta"],
    "ta1.households_in_area": ["number of households"],
    "ta1.households.rate": ["total number of households in ta per"],
    "ta1.households.with_children": ["total number of households in ta with children"],
    "ta1.children": ["total number of children in ta"],
    "ta1.bed_and_breakfast": ["total number of households", "bed and breakfast"],
    "ta1.bed_and_breakfast.with_children": ["total with children", "bed and breakfast"],
    "ta1.bed_and_breakfast.over_6_weeks": ["resident more than 6 weeks", "bed and breakfast"],
    "ta1.bed_and_breakfast.over_6_weeks_pending": ["pending review", "bed and breakfast"],
    "ta1.bed_and_breakfast.aged_16_or_17": ["16 17", "bed and breakfast"],
    "ta1.nightly_paid": ["total number of households", "nightly paid"],
    "ta1.nightly_paid.with_children": ["total with children", "nightly paid"],
    "ta1.hostels": ["total number of households", "hostels"],
    "ta1.hostels.with_children": ["total with children", "hostels"],
    "ta1.private_leased": ["total number of households", "private sector accommodation leased"],
    "ta1.private_leased.with_children": [
      "total with children", "private sector accommodation leased",
    ],
    "ta1.social_stock": ["total number of households", "local authority or housing association"],
    "ta1.social_stock.with_children": [
      "total with children", "local authority or housing association",
    ],
    "ta1.other": ["total number of households", "any other type of temporary"],
    "ta1.other.with_children": ["total with children", "any other type of temporary"],
    "ta1.other_district": ["in another local authority district"],
    "ta1.no_accommodation_secured": ["total number of households", "duty owed no accommodation"],
    "ta1.no_accommodation_secured.with_children": [
      "total with children", "duty owed no accommodation",
    ],
  ]
}
