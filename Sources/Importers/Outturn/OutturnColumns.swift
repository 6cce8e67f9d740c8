import Evidence

/// Which measure a column of an outturn sheet holds.
///
/// The names of services follow the asset codes of the sheets from 2022-23
/// (`RSX-asc-net-cur-exp`), shortened: `outturn.asc.net`. Sheets before 2018 have no asset codes
/// and are matched by their headings and the measure named in their title.
enum OutturnColumns {
  /// Column suffixes of the asset codes, and ours.
  static let suffixes: [(code: String, ours: String)] = [
    ("-net-cur-exp", "net"), ("-run-exp", "run"), ("-tot-exp", "gross"), ("-tot-inc", "income"),
    ("-oth-inc", "othinc"), ("-sfc", "sfc"), ("-empl", "empl"), ("-mss", "mss"),
  ]

  /// Services whose asset code differs from our name.
  private static let renamed = ["hous": "hou", "totsx": "tot"]

  /// The measure of an asset code such as `RSX-asc-net-cur-exp` or `RO3-phsmkstp-tot-exp`.
  static func measure(assetCode code: String) -> String? {
    guard let dash = code.firstIndex(of: "-"), isForm(code[..<dash]) else { return nil }
    let form = code[..<dash].lowercased()
    let rest = code[dash...]
    guard let suffix = suffixes.first(where: { rest.hasSuffix($0.code) }) else { return nil }
    let asset = rest.dropFirst().dropLast(suffix.code.utf8.count)
    guard !asset.isEmpty else { return nil }
    let line = String(asset).replacing("-", with: "_")
    let family = form == "rsx" ? "outturn" : form
    return "\(family).\(renamed[line] ?? line).\(suffix.ours)"
  }

  /// The key of the service that a measure belongs to, or `""`.
  static func service(of measure: String) -> String {
    let parts = measure.split(separator: ".")
    guard parts.count == 3 else { return "" }
    if parts[0] == "outturn" {
      // Housing has the returns' own key, `hous`, in the list of duties.
      return parts[1] == "tot" ? "" : parts[1] == "hou" ? "hous" : String(parts[1])
    }
    for (start, service) in [("csc", "csc"), ("asc", "asc"), ("ph", "phs")]
    where parts[0] == "ro3" && parts[1].hasPrefix(start) {
      return service
    }
    return ""
  }

  /// What a measure's last part means, in words.
  static func words(_ suffix: Substring) -> String {
    switch suffix {
    case "net": "net current expenditure"
    case "gross": "total expenditure"
    case "run": "running expenses"
    case "empl": "employees"
    case "sfc": "sales, fees and charges"
    case "othinc": "other income"
    case "income": "total income"
    case "capital": "capital charges"
    case "total_cost": "net total cost"
    default: String(suffix)
    }
  }

  private static func isForm(_ text: Substring) -> Bool {
    text == "RSX" || text == "RS" || (text.hasPrefix("RO") && text.utf8.count == 3)
  }

  /// Headings of the service columns in the sheets before 2018, as keys.
  static let services: [(heading: String, service: String)] = [
    ("education services", "edu"), ("highways and transport services", "trans"),
    ("social care", "sc"), ("children social care", "csc"), ("adult social care", "asc"),
    ("public health", "phs"), ("housing services gfra only", "hou"),
    ("cultural and related services", "cul"),
    ("environmental and regulatory services", "env"),
    ("planning and development services", "plan"), ("police services", "pol"),
    ("fire and rescue services", "frs"), ("central services", "cen"), ("other services", "oth"),
    ("total service expenditure", "tot"),
  ]

  /// Headings of the other columns that are loaded, as the start of their keys, and ours.
  ///
  /// They stand in the net current expenditure sheet only; reserves at the end of the year stand
  /// in a second sheet until 2014-15.
  static let others: [(heading: String, measure: String)] = [
    ("housing benefits rent allowances", "rs.benefit_rent_allowances"),
    ("housing benefits non hra rent rebates", "rs.benefit_rebates_non_hra"),
    ("housing benefits rent rebates to hra", "rs.benefit_rebates_hra"),
    ("parish precepts", "rs.parish_precepts"),
    ("integrated transport authority levy", "rs.levy_transport"),
    ("waste disposal authority levy", "rs.levy_waste"),
    ("london pensions fund authority levy", "rs.levy_pensions"),
    ("other levies", "rs.levy_other"),
    ("levy environment agency flood defence", "rs.levy_flood"),
    ("net current expenditure", "rs.net_current"),
    ("provision for repayment of principal", "rs.debt_repayment"),
    ("leasing payments", "rs.leasing"),
    ("interest external payments", "rs.interest_paid"),
    ("interest payable and similar charges", "rs.interest_paid"),
    ("interest and investment income", "rs.interest_received"),
    ("revenue expenditure", "rs.revenue_expenditure"),
    ("net revenue expenditure", "rs.net_revenue_expenditure"),
    ("revenue support grant", "rs.revenue_support_grant"),
    ("police grant", "rs.police_grant"),
    ("retained income from rate retention scheme", "rs.retained_rates"),
    ("redistributed non domestic rates", "rs.redistributed_rates"),
    ("council tax requirement", "rs.council_tax_requirement"),
    ("schools reserves level", "rs.reserves_schools"),
    ("estimated schools reserves level", "rs.reserves_schools"),
    ("public health financial reserves level", "rs.reserves_public_health"),
    ("estimated public health financial reserves level", "rs.reserves_public_health"),
    ("other earmarked financial reserves level", "rs.reserves_earmarked"),
    ("estimated other earmarked financial reserves level", "rs.reserves_earmarked"),
    ("unallocated financial reserves level", "rs.reserves_unallocated"),
    ("estimated unallocated financial reserves level", "rs.reserves_unallocated"),
  ]

  /// What the measure named in a sheet's title is called in a measure's id.
  static func kind(ofTitle key: String) -> String? {
    if key.hasPrefix("net current expenditure") { return "net" }
    if key.hasPrefix("capital") { return "capital" }
    if key.hasPrefix("net total cost") { return "total_cost" }
    if key.hasPrefix("financial reserves") { return "reserves" }
    return nil
  }
}
