import Evidence

/// What the words of a heading say of a column of payments.
///
/// Publishers share no names: the amount alone is called Net Amount, Amount Paid, Total (excludes
/// VAT), Sum of Inv Amount or Invoice Line Value. So a heading is judged by the words in it, and by
/// those that must not be in it.
struct PaymentHeading: Hashable {
  /// What the column holds, or nil for a column of a file of payments that is not used.
  let role: PaymentRole?
  /// How clearly: 1 to 4.
  let strength: Int
  /// What an amount says of tax.
  var basis = PaymentBasis.unstated

  /// Reads a heading; nil where its words belong to no file of payments.
  init?(_ heading: String) {
    let key = CellText.key(heading)
    guard !key.isEmpty, key.utf8.count <= 80 else { return nil }
    let words = Words(key)
    guard let found = Self.money(words) ?? Self.time(words) ?? Self.other(words) else { return nil }
    self = found
  }

  private init(_ role: PaymentRole?, _ strength: Int, _ basis: PaymentBasis = .unstated) {
    self.role = role
    self.strength = strength
    self.basis = basis
  }

  /// The words of a heading, also when they are written together.
  private struct Words {
    let key: String
    let all: Set<String>

    init(_ key: String) {
      self.key = key
      all = Set(key.split(separator: " ").map(String.init))
    }

    func has(_ wanted: String...) -> Bool { wanted.contains { all.contains($0) } }
    func contains(_ part: String) -> Bool { CellText.holds(key, part) }
    func isOne(of keys: String...) -> Bool { keys.contains(key) }
  }

  private static func money(_ words: Words) -> PaymentHeading? {
    let isCode = words.has(
      "id", "code", "type", "category", "centre", "element", "number", "no", "reg", "ref",
      "registration", "date", "name", "description", "uri", "period", "terms", "supplier", "band",
      "method", "currency", "label")
    if words.contains("recoverable") || words.contains("irrecov") {
      // Also "non-recoverable" and "unrecoverable"; what is recoverable is the plain tax.
      let isLost =
        words.contains("irrecov") || words.contains("unrecov") || words.contains("non recov")
      if isLost { return PaymentHeading(.irrecoverable, 3) }
    }
    if words.has("vat", "tax"), words.has("reg", "registration", "number", "no", "code", "id") {
      return PaymentHeading(nil, 1)
    }
    if words.isOne(of: "vat", "vat amount", "tax", "tax amount", "recoverable vat", "vat value") {
      return PaymentHeading(.vat, 3)
    }
    guard !isCode else { return nil }
    let isNet =
      words.has("net", "netamount") || words.contains("exclud") || words.contains("net of")
      || (words.has("ex", "excl", "exc", "less", "without") && words.has("vat"))
    let isGross =
      words.has("gross", "grossamount") || words.contains("includ")
      || (words.has("inc", "incl", "with") && words.has("vat"))
    let isAmount = words.has("amount", "amt", "netamount", "amountpaid", "paymentamount")
    if isGross, !isNet { return PaymentHeading(.gross, isAmount ? 3 : 2, .gross) }
    if isNet { return PaymentHeading(.amount, 4, .net) }
    if isAmount { return PaymentHeading(.amount, 3) }
    if words.isOne(
      of: "total", "value", "invoice value", "line value", "payment value", "spend", "paid",
      "total value", "sum", "actual", "invoice line value", "expenditure", "payment", "cost",
      "transaction value", "total paid", "sum paid", "gbp", "total payment", "total spend",
      "value gbp", "payment gbp", "total gbp", "price", "total cost")
    {
      return PaymentHeading(.amount, 2)
    }
    return nil
  }

  private static func time(_ words: Words) -> PaymentHeading? {
    if words.contains("date") || words.isOne(of: "paid on", "paid", "day paid") {
      if words.has("start", "end", "expiry", "award", "review", "extension") { return nil }
      if words.has("paid", "payment", "clearing", "cleared", "paiddate", "paymentdate") {
        return PaymentHeading(.date, 4)
      }
      if words.isOne(of: "updated") { return PaymentHeading(.date, 1) }
      if words.has("effective", "update", "due", "order", "period", "extract", "load", "updated") {
        return PaymentHeading(.date, 1)
      }
      if words.has("invoice", "document", "posting", "posted", "gl", "ledger", "tax") {
        return PaymentHeading(.date, 2)
      }
      return PaymentHeading(.date, 3)
    }
    if words.isOne(of: "updated", "month", "payment month", "month paid", "quarter") {
      return PaymentHeading(.date, 1)
    }
    if words.isOne(of: "period", "financial period", "fin period", "accounting period") {
      return PaymentHeading(.period, 2)
    }
    return nil
  }

  private static func other(_ words: Words) -> PaymentHeading? {
    if words.has("redact", "redacted", "redaction") { return PaymentHeading(.redaction, 3) }
    return number(words) ?? payer(words) ?? payee(words) ?? purpose(words)
  }

  /// Numbers and codes: those of the payment are kept, the others only known.
  private static func number(_ words: Words) -> PaymentHeading? {
    let payment = words.has(
      "transaction", "trans", "transno", "transactionno", "transactionnumber", "document", "doc",
      "voucher", "invoice", "inv", "reference", "payment", "hbc")
    let isNumber = words.has("no", "number", "num", "ref", "reference", "id", "nbr", "nr")
    let isOthers =
      words.contains("supplier") || words.contains("vendor")
      || words.has(
        "body", "contract", "charity", "company", "creditor", "project", "po", "line", "seq", "cost"
      )
    if words.isOne(
      of: "transno", "transactionno", "transactionnumber", "ref", "reference", "invref")
    {
      return PaymentHeading(.reference, 3)
    }
    if words.isOne(of: "inv transaction", "transaction", "voucher", "internal ref", "our ref") {
      return PaymentHeading(.reference, 2)
    }
    if payment, isNumber, !isOthers {
      return PaymentHeading(.reference, words.has("invoice", "inv", "order") ? 2 : 3)
    }
    if words.isOne(of: "order", "order no", "order number", "po number") {
      return PaymentHeading(.reference, 1)
    }
    let isCode =
      isNumber
      || words.has(
        "code", "uri", "url", "postcode", "line", "seq", "recid", "subsource", "source", "site")
    if words.has("organisation", "body", "authority"), words.has("code", "uri", "url", "id") {
      return PaymentHeading(.bodyCode, 3)
    }
    if isCode, words.has("expense", "expenditure", "account") { return PaymentHeading(nil, 1) }
    return isCode ? PaymentHeading(nil, 1) : nil
  }

  private static func payer(_ words: Words) -> PaymentHeading? {
    if words.isOne(
      of: "body name", "name of body", "authority name", "organisation name", "council name",
      "organisation label", "local authority", "council", "public body", "local authority name",
      "organization name", "bodyname", "name of organisation")
    {
      return PaymentHeading(.body, 4)
    }
    if words.isOne(of: "body", "organisation", "authority", "entity", "organization") {
      return PaymentHeading(.body, 3)
    }
    if words.isOne(of: "client", "company") { return PaymentHeading(.body, 1) }
    return nil
  }

  private static func payee(_ words: Words) -> PaymentHeading? {
    let isPayee =
      words.has(
        "supplier", "vendor", "payee", "beneficiary", "benificiary", "beneficary", "merchant",
        "creditor", "recipient", "contractor", "suppliername", "vendorname", "suplier", "supplers")
    let isOther = words.has(
      "type", "category", "group", "class", "local", "internal", "town", "address", "sector",
      "contact", "status", "size", "sme", "region", "country", "site")
    if isPayee { return isOther ? PaymentHeading(nil, 1) : PaymentHeading(.supplier, 4) }
    if words.isOne(of: "name", "payment to", "paid to", "company name", "payable to") {
      return PaymentHeading(.supplier, 2)
    }
    return nil
  }

  private static func purpose(_ words: Words) -> PaymentHeading? {
    if words.isOne(of: "department family", "departmental family") { return PaymentHeading(nil, 2) }
    if words.has("service", "services"), !words.has("type", "categ") {
      return PaymentHeading(.service, words.isOne(of: "service", "service area") ? 5 : 4)
    }
    if words.contains("expense area") || words.contains("expenditure area")
      || words.contains("organisational unit") || words.contains("organisatonal unit")
      || words.contains("headserv")
    {
      return PaymentHeading(.service, 4)
    }
    if words.has(
      "directorate", "directotate", "department", "dept", "division", "divison", "divison",
      "stratdir", "strgrpcc", "strategic", "portfolio", "faculty", "directorates", "unit")
    {
      return PaymentHeading(.service, 3)
    }
    if words.isOne(of: "cost centre", "cost centre name", "cost centre description", "area", "cc") {
      return PaymentHeading(.service, 1)
    }
    if words.isOne(
      of: "capital or revenue", "caporrev", "cap rev", "capital revenue", "type", "rev cap",
      "revenue capital", "type of expenditure", "procurement category", "proclass",
      "procurement classification", "vcse grant", "definition", "explanation", "bvacop")
    {
      return PaymentHeading(nil, 1)
    }
    return detail(words)
  }

  private static func detail(_ words: Words) -> PaymentHeading? {
    if words.isOne(
      of: "description", "narrative", "line description", "po line description", "details",
      "item description", "extended description", "text", "transaction description", "detail",
      "invoice description", "goods", "particulars")
    {
      return PaymentHeading(.description, 3)
    }
    if words.has(
      "expense", "expenses", "expenditure", "purpose", "spend", "account", "g", "subjective")
      || words.contains("merchant category") || words.contains("cost element")
      || words.contains("group description") || words.contains("catergory")
    {
      let isMain =
        words.contains("type") || words.contains("categor") || words.contains("purpose")
        || words.contains("account")
      return PaymentHeading(.category, isMain ? 4 : 3)
    }
    if words.has("category", "subcategory") { return PaymentHeading(.category, 2) }
    return nil
  }
}
