/// How headings of homelessness sheets have been worded, and what each is called here.
///
/// Headings changed their words, had footnote digits glued on and stand under hidden labels, so a
/// column is known by the first rule that any of its lines begins with or holds.
enum HomelessnessRules {
  private struct Rule {
    /// What a line begins with; a leading `*` means that it may stand anywhere.
    let heading: String
    let name: String

    init(_ heading: String, _ name: String) {
      self.heading = heading
      self.name = name
    }

    func matches(_ keys: [String]) -> Bool {
      heading.hasPrefix("*")
        ? keys.contains { $0.contains(heading.dropFirst()) }
        : keys.contains { $0.hasPrefix(heading) }
    }
  }

  private static let withdrawn: [Rule] = [
    Rule("retired withdrew", "withdrew_or_deceased.not_told_apart"),
    Rule("withdrew application applicant deceased", "withdrew_or_deceased"),
    Rule("withdrew application", "withdrew_or_deceased.withdrew"),
    Rule("applicant deceased", "withdrew_or_deceased.deceased"),
    Rule("contact lost", "contact_lost"), Rule("no longer eligible", "no_longer_eligible"),
    Rule("not known", "not_known"),
  ]

  private static let homes: [Rule] = [
    Rule("*ended with accommodation secured", "ended"), Rule("total prs", "private_rented"),
    Rule("self contained", "private_rented.self_contained"),
    Rule("house in multiple occupation", "private_rented.shared_house"),
    Rule("hmo", "private_rented.shared_house"), Rule("lodging", "private_rented.lodging"),
    Rule("total srs", "social_rented"), Rule("council tenancy", "social_rented.council"),
    Rule("registered provider", "social_rented.registered_provider"),
    Rule("supported housing", "social_rented.supported"),
    Rule("staying with family", "with_family"), Rule("staying with friends", "with_friends"),
    Rule("owner occupier", "owner_occupier"), Rule("other", "other"),
    Rule("not known", "not_known"),
  ]

  private static let rules: [HomelessnessTable: [Rule]] = [
    .a1: [
      Rule("*section 21", "prevention_duty.section_21"), Rule("*relief duty owed", "relief_duty"),
      Rule("threatened with homelessness", "prevention_duty"), Rule("not threatened", "no_duty"),
      Rule("not homeless nor", "no_duty"), Rule("withdrew application", "withdrew"),
      Rule("not eligible", "not_eligible"),
      Rule("number of households in area", "households_in_area"),
      Rule("households assessed as threatened", "prevention_duty.rate"),
      Rule("households assessed as homeless", "relief_duty.rate"),
      Rule("total initial assessments", "assessments"), Rule("assessed as owed", "duty_owed"),
    ],
    .a3: [
      Rule("households with no support needs", "no_needs"),
      Rule("households with unknown support needs", "needs_unknown"),
      Rule("total households with support need", "with_needs"),
      Rule("total number of support needs", "needs"), Rule("1", "with_needs.one"),
      Rule("2", "with_needs.two"), Rule("3", "with_needs.three_or_more"),
    ],
    .p1: [
      Rule("*prevention duty ended", "ended"), Rule("secured accommodation", "secured"),
      Rule("stayed in existing", "secured.stayed"), Rule("moved to alternative", "secured.moved"),
      Rule("homeless", "homeless"), Rule("refused suitable", "refused_offer"),
      Rule("refused to cooperate", "refused_to_cooperate"), Rule("56 days", "time_elapsed"),
    ] + withdrawn,
    .r1: [
      Rule("*relief duty ended", "ended"), Rule("secured accommodation", "secured"),
      Rule("56 days", "time_elapsed"), Rule("local connection", "referred"),
      Rule("intentionally homeless", "intentionally_homeless"),
      Rule("refused final", "refused_offer"), Rule("notice served", "refused_to_cooperate"),
    ] + withdrawn,
    .p2: homes,
    .r2: homes,
  ]

  /// The name of a column of any table but TA1.
  static func name(_ keys: [String], table: HomelessnessTable) -> String? {
    rules[table]?.first { $0.matches(keys) }?.name
  }

  private static let groups: [Rule] = [
    Rule("*bed and breakfast", "bed_and_breakfast"), Rule("*nightly paid", "nightly_paid"),
    Rule("*hostels", "hostels"), Rule("*private sector accommodation leased", "private_leased"),
    Rule("*local authority or housing association", "social_stock"),
    Rule("*any other type of temporary", "other"),
    Rule("*in another local authority district", "other_district"),
    Rule("*duty owed no accommodation", "no_accommodation_secured"),
  ]

  /// The type of accommodation that a column begins, or nil where it goes on with the last.
  static func group(_ keys: [String]) -> String? { groups.first { $0.matches(keys) }?.name }

  private static let totals: [Rule] = [
    Rule("total number of households in ta per", "households.rate"),
    Rule("total number of households in ta with children", "households.with_children"),
    Rule("total number of children in ta", "children"),
    Rule("number of households in area", "households_in_area"),
    Rule("number of households 2016 based", "households_in_area"),
    Rule("total number of households in ta", "households"),
  ]

  private static let parts: [Rule] = [
    Rule(
      "total with children and resident more than 6 weeks and pending", ".over_6_weeks_pending"),
    Rule("total with children and resident more than 6 weeks", ".over_6_weeks"),
    Rule("total with children", ".with_children"), Rule("total with 16 17", ".aged_16_or_17"),
    Rule("total number of households", ""),
  ]

  /// The name of a column of TA1 within its type of accommodation.
  static func name(_ keys: [String], inGroup group: String) -> String? {
    if let total = totals.first(where: { $0.matches(keys) }) { return total.name }
    if group == "other_district" { return group }
    guard !group.isEmpty, let part = parts.first(where: { $0.matches(keys) }) else { return nil }
    return group + part.name
  }

  /// True for a column of one support need, which keeps the publisher's words.
  static func isNeed(_ name: String) -> Bool {
    !["no_needs", "needs_unknown", "needs"].contains(name) && !name.hasPrefix("with_needs")
  }
}
