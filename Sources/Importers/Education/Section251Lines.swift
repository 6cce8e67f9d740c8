/// The lines of the Section 251 children's services tables under one name for all years.
///
/// Numbers, order and wording change from year to year; what a line covers is told by its name.
/// Where the same name covers something else (children looked after with and without adoption)
/// the catalogue marks a break; where the name itself changed meaning there are two lines
/// (`safety` to 2009-10, `safeguarding` since).
enum Section251Lines {
  /// A line: its part of a measure's id, its title, the names it goes by.
  struct Line {
    let id: String
    let title: String
    /// Names as keys: lower case, no signs, no line number.
    let names: [String]
    /// True for a total, or a line that stands for itself beside the totals.
    let isTotal: Bool
  }

  /// All lines that are known.
  static let all: [Line] = totals + earlyYears + lookedAfter + safety + support + strategy

  private static func line(_ id: String, _ title: String, _ names: String...) -> Line {
    Line(id: id, title: title, names: names, isTotal: false)
  }

  private static func total(_ id: String, _ title: String, _ names: String...) -> Line {
    Line(id: id, title: title, names: names, isTotal: true)
  }

  private static let totals: [Line] = [
    total(
      "sure_start", "Sure Start and early years", "total sure start childrens centres",
      "total sure start childrens centres and early years"),
    total("looked_after", "Children looked after", "total children looked after"),
    total(
      "safeguarding", "Safeguarding", "total safeguarding children and young peoples services"),
    total(
      "safety", "Children and young people's safety", "total children and young peoples safety"),
    total("family_support", "Family support", "total family support services"),
    total("young_people", "Services for young people", "total services for young people"),
    total("youth_justice", "Youth justice", "total youth justice", "youth justice"),
    total("asylum", "Asylum seekers", "total asylum seeker", "total asylum seekers"),
    total(
      "other", "Other children's and families services",
      "total other childrens and families services", "other childrens and family services"),
    total("strategy", "Children's services strategy", "total childrens services strategy"),
    total("child_trust_fund", "Child trust fund top-ups", "child trust fund top ups"),
    total(
      "total_children", "Children's services without capital paid from revenue",
      "total children and young peoples services budget excluding cera",
      "children and young peoples services budget excluding cera"),
    total(
      "total_with_capital", "Children's services with capital paid from revenue",
      "total children and young peoples services budget including cera",
      "children and young peoples services budget including cera"),
  ]

  private static let earlyYears: [Line] = [
    line(
      "sure_start_centres", "Sure Start: single centres",
      "spend by individual sure start childrens centres",
      "spend on individual sure start childrens centres"),
    line(
      "sure_start_area", "Sure Start: services for the whole area",
      "spend on local authority provided or commissioned area wide services delivered through "
        + "sure start childrens centres"),
    line(
      "sure_start_management", "Sure Start: management",
      "spend on local authority management costs relating to sure start childrens centres"),
    line(
      "early_years_other", "Other early years", "other early years funding",
      "other early years expenditure"),
  ]

  private static let lookedAfter: [Line] = [
    line("residential", "Residential care", "residential care"),
    line("fostering", "Fostering", "fostering services"),
    line("adoption", "Adoption", "adoption services"),
    line("special_guardianship", "Special guardianship", "special guardianship support"),
    line(
      "looked_after_other", "Other services for children looked after",
      "other children looked after services", "other children looked after"),
    line(
      "looked_after_short_breaks", "Short breaks for children looked after",
      "short breaks respite for looked after children",
      "short breaks respite for looked after disabled children"),
    line(
      "family_and_friends", "Children placed with family and friends",
      "children placed with family and friends"),
    line("advocacy", "Advocacy", "advocacy services for children looked after"),
    line(
      "looked_after_education", "Education of children looked after",
      "education of looked after children"),
    line("leaving_care", "Leaving care", "leaving care support services"),
    line("secure_welfare", "Secure accommodation (welfare)", "secure accommodation welfare"),
    line("asylum_children", "Asylum-seeking children", "asylum seeker services children"),
    line("unaccompanied", "Unaccompanied asylum children", "unaccompanied asylum children"),
    line(
      "unaccompanied_accommodation", "Unaccompanied asylum children: accommodation",
      "accommodation", "unaccompanied asylum children accommodation"),
    line(
      "unaccompanied_assessment", "Unaccompanied asylum children: assessment and care management",
      "assessment and care management",
      "unaccompanied asylum children assessment and care management"),
  ]

  private static let safety: [Line] = [
    line(
      "youth_secure", "Secure accommodation (youth justice)", "secure accommodation youth justice"),
    line("youth_offending", "Youth offender teams", "youth offender teams"),
    line("youth_justice_other", "Other youth justice", "other youth justice service"),
    line("child_death", "Child death processes", "child death processes"),
    line("preventative", "Preventative services", "preventative services"),
    line(
      "child_protection", "Child protection", "la functions in relation to child protection"),
    line(
      "safeguarding_board", "Local safeguarding board", "local safeguarding childrens board"),
    line(
      "social_work", "Social work",
      "social work includes la functions in relation to child protection"),
    line(
      "commissioning_and_strategy", "Commissioning and strategy",
      "comissioning and childrens services strategy",
      "commissioning and childrens services strategy"),
  ]

  private static let support: [Line] = [
    line("direct_payments", "Direct payments", "direct payments"),
    line(
      "short_breaks", "Short breaks for disabled children",
      "short breaks respite for disabled children"),
    line("home_care", "Home care", "home care services"),
    line(
      "equipment", "Equipment and adaptations", "equiptment and adaptations",
      "equipment and adaptations"),
    line("family_support_other", "Other family support", "other family support services"),
    line(
      "disabled_other", "Other support for disabled children",
      "other support for disabled children"),
    line("family_targeted", "Targeted family support", "targeted family support"),
    line("family_universal", "Universal family support", "universal family support"),
    line(
      "health_contribution", "Contribution to health care of children",
      "contribution to health care of individual children"),
    line(
      "substance_misuse", "Substance misuse services",
      "substances misuse services drugs alcohol and volatile substances",
      "substance misuse services drugs alcohol and volatile substances"),
    line(
      "teenage_pregnancy", "Teenage pregnancy services", "teenage pregnancy services"),
    line(
      "young_universal", "Universal services for young people",
      "universal services for young people",
      "universal services for young people including youth work positive activities and "
        + "information advice and guidance"),
    line(
      "young_targeted", "Targeted services for young people",
      "targeted services for young people",
      "targeted services for young people including youth work positive activities and "
        + "information advice and guidance"),
  ]

  private static let strategy: [Line] = [
    line(
      "other_services", "Other services for children and families",
      "other childrens and families services"),
    line("plan", "Children's and young people's plan", "childrens and young peoples plan"),
    line("workforce", "Workforce grant", "childrens social care workforce grant"),
    line("partnership", "Partnership costs", "partnership costs"),
    line("commissioning", "Central commissioning", "central commissioning function"),
    line(
      "commissioning_social_work", "Commissioning and social work",
      "commissioning and social work"),
    line(
      "capital_from_revenue", "Capital paid from revenue",
      "capital expenditure from revenue cera childrens and young peoples services"),
  ]
}
