import Evidence

/// What is known of indicators beyond their files, which hold no units and no kind of year.
///
/// Taken from the publisher's own list of indicators. The star files do not even name theirs.
/// Two polarities are put right there: to be offered a health check is good, obesity is not.
struct FingertipsIndicator {
  let title: String
  /// A ratio is its count over its denominator times this; nil for what is standardised or scored.
  let units: Double?
  let unit: Unit
  let kind: Measure.Kind
  let polarity: Measure.Polarity

  private init(
    _ title: String, units: Double?, unit: Unit = .rate, kind: Measure.Kind = .ratio,
    _ polarity: Measure.Polarity = .neutral
  ) {
    self.title = title
    self.units = units
    self.unit = unit
    self.kind = kind
    self.polarity = polarity
  }

  private static func percent(
    _ title: String, _ polarity: Measure.Polarity = .neutral
  ) -> FingertipsIndicator {
    FingertipsIndicator(title, units: 100, unit: .percent, polarity)
  }

  private static func crude(
    _ title: String, per units: Double, _ polarity: Measure.Polarity
  ) -> FingertipsIndicator {
    FingertipsIndicator("\(title) per \(Int(units))", units: units, polarity)
  }

  private static func standardised(
    _ title: String, _ unit: Unit = .rate, _ polarity: Measure.Polarity
  ) -> FingertipsIndicator {
    FingertipsIndicator(title, units: nil, unit: unit, polarity)
  }

  /// The indicators of the star files, and those of wide files whose polarity is known.
  static let all: [Int: FingertipsIndicator] = [
    241: .percent("Diabetes prevalence aged 17 and over (Quality and Outcomes Framework)"),
    247: .percent("Dementia prevalence (Quality and Outcomes Framework)"),
    337: FingertipsIndicator(
      "People registered with a general practice", units: nil, unit: .persons, kind: .stock),
    352: .percent("People aged 16 and over with a caring responsibility"),
    383: .percent("People reporting Alzheimer's disease or dementia"),
    20401: .crude("Conceptions in women aged 17 and under", per: 1000, .low),
    22401: .standardised(
      "Emergency hospital admissions due to falls aged 65 and over per 100000", .rate, .low),
    30302: .percent("Hepatitis B vaccination coverage at 2 years", .high),
    41101: .standardised("Emergency readmissions within 30 days of discharge", .percent, .low),
    41203: .crude("Preventable sight loss from diabetic eye disease", per: 100_000, .low),
    90284: .crude("Hospital admissions caused by injuries in children", per: 10_000, .low),
    90453: .percent("Former smokers (GP Patient Survey)"),
    91040: .percent("NHS Health Checks offered to those eligible, in the quarter", .high),
    91344: .standardised("Urgent suspected cancer referrals, standardised ratio", .rate, .neutral),
    91894: .percent("Deaths in hospital of people with dementia aged 65 and over"),
    92026: .percent("Obesity in reception year, five years joined", .low),
    92033: .percent("Obesity in year 6, five years joined", .low),
    92266: .crude("General fertility rate", per: 1000, .neutral),
    92708: FingertipsIndicator("Residents", units: nil, unit: .persons, kind: .stock),
    92904: .crude(
      "Hospital admissions for alcohol-specific conditions aged 17 and under", per: 100_000, .low),
    93015: .percent("Physically inactive adults", .low),
    93085: .percent("Smoking at the time of delivery", .low),
    93088: .percent("Adults overweight or obese", .low),
    93124: .crude("Acute hepatitis B", per: 100_000, .low),
    93356: .crude("Campylobacter incidence", per: 100_000, .low),
    93474: .percent("Deaths in hospital"),
    93553: FingertipsIndicator(
      "Deprivation score (Index of Multiple Deprivation 2019)", units: nil, kind: .mean, .low),
    93701: .percent("Children aged 15 and under in families with absolute low income", .low),
    93763: .standardised("Alcohol-related mortality per 100000", .rate, .low),
    93861: .percent("Mortality attributable to particulate air pollution"),
    94035: .standardised(
      "Hospital admissions for cataract surgery aged 65 and over per 100000", .rate, .neutral),
    94063: .percent("Breast screening coverage aged 53 to 70", .high),
    94103: .standardised("Perinatal mental health conditions, modelled", .percent, .low),
  ]
}
