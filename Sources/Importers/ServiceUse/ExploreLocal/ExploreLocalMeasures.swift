import Evidence

/// Units and polarities of the indicators of Explore Local Statistics.
enum ExploreLocalMeasures {
  /// The measure of an indicator by its title, with what it is counted in.
  static func measure(
    _ id: String, _ indicator: String, _ measure: String, unit: String
  ) -> Measure {
    let kind: Unit =
      switch unit {
      case "%": .percent
      case "yrs": .years
      case "Persons", "persons": .persons
      default: .rate
      }
    let isPlain = measure == indicator || measure == "Percentage" || measure == unit
    let title = isPlain && kind != .rate ? indicator : "\(indicator): \(measure.lowercased())"
    return Measure(
      id: id, title: title, unit: kind, kind: .ratio, polarity: polarities[id] ?? .neutral)
  }

  private static let polarities: [String: Measure.Polarity] = [
    "els.adult_obesity_prevalence": .low, "els.apprenticeship_achievements_england": .high,
    "els.apprenticeship_starts_england": .high, "els.cancer_diagnosis_at_stage_1_and_2": .high,
    "els.children_in_relative_poverty_after_housing_costs": .low,
    "els.children_in_relative_poverty_before_housing_costs": .low, "els.cigarette_smokers": .low,
    "els.claimant_count": .low, "els.communication_and_language": .high, "els.literacy": .high,
    "els.mathematics": .high, "els.economically_inactive": .low, "els.employment_rate": .high,
    "els.engaged_with_the_arts": .high, "els.visited_a_heritage_site": .high,
    "els.visited_a_museum_or_gallery": .high, "els.visited_a_public_library": .high,
    "els.further_education_and_skills_participation": .high,
    "els.gcses_in_english_and_maths": .high, "els.female_healthy_life_expectancy": .high,
    "els.male_healthy_life_expectancy": .high, "els.homicide_offences": .low,
    "els.residents_within_a_30_minute_walk_of_their_nearest_library": .high,
    "els.modelled_unemployment_rate": .low,
    "els.mortality_rate_from_coronary_heart_disease_scotland": .low,
    "els.persistent_absences_for_all_pupils": .low,
    "els.persistent_absences_for_pupils_eligible_for_free_school_meals": .low,
    "els.anxiety": .low, "els.happiness": .high, "els.satisfaction": .high, "els.worthwhile": .high,
    "els.preventable_cardiovascular_mortality_england": .low,
    "els.pupils_meeting_the_expected_standard_in_reading_writing_and_maths": .high,
    "els.no_qualifications": .low, "els.sports_facilities": .high,
  ]
}
