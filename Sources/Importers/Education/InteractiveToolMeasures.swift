import Evidence

/// The measures of the local authority interactive tool that this product reads.
///
/// Titles, units, meaning of years and polarity follow the tool's dictionary. A measure that is
/// not here is counted as not used, and named, because its file does not say what a year means.
enum InteractiveToolMeasures {
  /// Measures by the tool's short name.
  static let byShortName = Dictionary(
    (spending + care + schools + health + young).map { ($0.short, $0) },
    uniquingKeysWith: { first, _ in first })

  private static let spending: [InteractiveToolMeasure] = [
    .spending(
      "C&YPExpenditure", "total_children",
      "Children's services without capital paid from revenue"),
    .spending("SureStartFinance", "sure_start", "Sure Start and early years"),
    .spending("TotalLACFinance", "looked_after", "Children looked after"),
    .spending("SafeguardingFinance", "safeguarding", "Safeguarding"),
    .spending("FamilySupportFinance", "family_support", "Family support"),
    .spending("YoungPeopleFinance", "young_people", "Services for young people"),
    .spending("YouthJusticeFinance", "youth_justice", "Youth justice"),
    .spending(
      "OtherChildren&FamilyFinance", "other", "Other children's and families services"),
  ]

  private static let care: [InteractiveToolMeasure] = [
    .other(
      "LAC", "Children looked after on 31 March per 10,000 children", .rate, .financial, .neutral),
    .other(
      "LAC_Start_Rate", "Children starting to be looked after per 10,000 children", .rate,
      .financial, .neutral),
    .other(
      "CIN", "Children in need on 31 March per 10,000 children", .rate, .financial, .neutral),
    .other(
      "CPP_rate", "Children with a child protection plan on 31 March per 10,000 children", .rate,
      .financial, .neutral),
    .other(
      "CPP_Total_Rateper10,000", "Referrals to children's social care per 10,000 children", .rate,
      .financial, .neutral),
    .other(
      "Section_47", "Child protection enquiries (section 47) per 10,000 children", .rate,
      .financial, .neutral),
    .other(
      "ReReferral", "Referrals within 12 months of a previous one", .percent, .financial, .low),
    .other(
      "PrevRegCPR", "Child protection plans that are a second or later one", .percent, .financial,
      .low),
    .other(
      "CareApplications", "Care applications per 10,000 children", .rate, .financial, .neutral),
    .other(
      "LAC_Convictions", "Children looked after with a conviction or youth caution", .percent,
      .financial, .low),
    .other(
      "LACSubstance", "Children looked after with a substance misuse problem", .percent,
      .financial, .low),
    .other(
      "LACVaccinations%", "Children looked after with immunisations up to date", .percent,
      .financial, .high),
    .other(
      "Emotional_LAC", "Children looked after: strengths and difficulties score", .rate,
      .financial, .low),
    .other(
      "CareLeaverAcc", "Care leavers aged 19 to 21 in suitable accommodation", .percent,
      .financial, .high),
    .other(
      "CareLeaverEET", "Care leavers aged 19 to 21 in education, employment or training",
      .percent, .financial, .high),
    .other(
      "CareLeaversNEET", "Care leavers aged 19 to 21 not in education, employment or training",
      .percent, .financial, .low),
    .other(
      "Work_Force_Vac_Rate", "Children's social worker posts that are vacant", .percent,
      .september, .low),
    .other(
      "Work_Force_SWAbsence", "Children's social workers' absence", .percent, .september, .low),
  ]

  private static let schools: [InteractiveToolMeasure] = [
    .other("TotAbs", "School sessions missed", .percent, .academic, .low),
    .other("TotPerAbNew", "Pupils who are persistently absent", .percent, .academic, .low),
    .other("TotSevPerAbNew", "Pupils who are severely absent", .percent, .academic, .low),
    .other("TotPermEx", "Permanent exclusions per 100 pupils", .percent, .academic, .low),
    .other("TotFixedEx", "Suspensions per 100 pupils", .percent, .academic, .low),
    .other(
      "FSP_NEW_GOODDEV", "Good level of development at the end of reception", .percent, .academic,
      .high),
    .other(
      "FSPAVEPreChild", "Early learning goals reached, mean per child", .rate, .academic, .high),
    .other("AVG_Attain8_Score", "Attainment 8, mean score per pupil", .rate, .academic, .high),
    .other(
      "SusEd_All", "Pupils in sustained education after key stage 4", .percent, .academic, .high),
    .other(
      "KS4_DES_NotSus", "Pupils without a sustained destination after key stage 4", .percent,
      .academic, .low),
    .other("Level3Age19", "Level 3 qualification by age 19", .percent, .academic, .high),
    .other(
      "Level2_FMS_Attain", "Level 2 qualification by age 19 of pupils on free school meals",
      .percent, .academic, .high),
    .other(
      "SEN_EHC_Excpt_20wks", "Education, health and care plans issued within 20 weeks", .percent,
      .calendar, .high),
    .other(
      "EHCP_Initial_req_refused", "Requests for an education, health and care plan refused",
      .percent, .calendar, .neutral),
    .other(
      "PriFSM", "Primary pupils eligible for free school meals", .percent, .january, .neutral),
    .other(
      "SecFSM", "Secondary pupils eligible for free school meals", .percent, .january, .neutral),
    .other("Premium", "Pupils eligible for pupil premium", .persons, .financial, .neutral),
  ]

  private static let health: [InteractiveToolMeasure] = [
    .other("InfMort", "Infant deaths per 1,000 live births", .rate, .calendar, .low),
    .other(
      "Low_Birth_Weight_Babies", "Full-term babies with low birth weight", .percent, .calendar,
      .low),
    .other(
      "Under18concep", "Conceptions per 1,000 women aged 15 to 17", .rate, .calendar, .low),
    .other("6wksBreast", "Babies breastfed at 6 to 8 weeks", .percent, .financial, .high),
    .other(
      "HCP_PHOF", "Children aged 2 to 2½ whose review used ASQ-3", .percent, .financial, .high),
    .other(
      "ExcessRec", "Children in reception who are overweight or obese", .percent, .academic, .low),
    .other(
      "ExcessYr6", "Children in year 6 who are overweight or obese", .percent, .academic, .low),
    .other(
      "HospAd0-14", "Emergency admissions for injuries per 10,000 children aged 0 to 14", .rate,
      .financial, .low),
    .other(
      "Hosp_Adm_Alc_<18yrs", "Alcohol-specific admissions per 100,000 under 18", .rate,
      .financial, .low),
    .other(
      "CMH_0-17yrs", "Admissions for mental health per 100,000 aged 0 to 17", .rate, .financial,
      .low),
    .other(
      "RTA", "Children killed or seriously injured on roads per 100,000", .rate, .calendar, .low),
    .other(
      "Chlamydia_Diagnosis", "Chlamydia diagnoses per 100,000 aged 15 to 24", .rate, .calendar,
      .neutral),
  ]

  private static let young: [InteractiveToolMeasure] = [
    .other(
      "16-17 NEET", "People aged 16 to 17 not in education, employment or training", .percent,
      .financial, .low),
    .other(
      "16-17_not known_NEET",
      "People aged 16 to 17 not in education, employment or training, or not known", .percent,
      .financial, .low),
    .other(
      "16-17_not known", "People aged 16 to 17 whose activity is not known", .percent, .financial,
      .low),
    .other(
      "16-17Ed&Training", "People aged 16 to 17 in education or training", .percent, .financial,
      .high),
    .other(
      "Sept_Guarantee", "People aged 16 to 17 offered education or training", .percent,
      .september, .high),
    .other(
      "ChildPov", "Children under 16 in relative low-income families", .percent, .financial, .low),
    .other(
      "FirstYJS", "First-time entrants to youth justice per 100,000 aged 10 to 17", .rate,
      .calendar, .low),
    .other("ReoffYO", "Young offenders who reoffend", .percent, .financial, .low),
    .other(
      "YJS_Caution-Sentence10-17_YO", "Children cautioned or sentenced per 10,000 aged 10 to 17",
      .rate, .financial, .low),
  ]
}
