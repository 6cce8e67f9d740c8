import Evidence
import Foundation
import TestSupport
import Testing

@Suite("Which suppliers may be named")
struct SupplierRulesTests {
  /// The rules as shipped; no cell of the file is quoted.
  private static let rules: SupplierRules = {
    let path = Reference.package.appendingPathComponent("datasets/catalogue/supplier-words.csv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var (organisations, vetoes): ([String], [String]) = ([], [])
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2).map(String.init)
      if cells[0] == "organisation" { organisations.append(cells[1]) }
      if cells[0] == "veto" { vetoes.append(cells[1]) }
    }
    return SupplierRules(organisations: organisations, vetoes: vetoes)
  }()

  @Test(
    "evident organisations may",
    arguments: [
      "ACME LTD", "Acme Limited", "Acme (Northern) Ltd.", "ACME PLC", "Bloggs & Bloggs LLP",
      "Northam Borough Council", "University of Northam", "St Nobody's Primary School",
      "NORTHAM NHS FOUNDATION TRUST", "HMRC", "Northam Housing Association", "Acme C.I.C. cic",
    ])
  func organisations(name: String) { #expect(Self.rules.isOrganisation(name)) }

  @Test(
    "a name that may be that of a private person may not",
    arguments: [
      "JO BLOGGS", "Bloggs J", "Mr J Bloggs", "Mrs Bloggs Ltd", "Dr A. N. Other",
      "J Bloggs t/a Acme Ltd", "J BLOGGS TRADING AS ACME LIMITED", "Acme Ltd c/o J Bloggs",
      "Estate of J Bloggs", "Bloggs Services", "Bloggs and Sons", "Jo Bloggs School of Dance",
      "Foster Carer 123 Ltd", "Council Tax Refund J Bloggs", "Redacted Personal Data Ltd",
      "18 Nowhere Road", "J Bloggs Solicitor", "", "Altdorf", "Limitedge", "Childminder Ltd",
    ])
  func persons(name: String) { #expect(!Self.rules.isOrganisation(name)) }

  @Test("one firm in several spellings has one key, and others have another")
  func keys() {
    #expect(SupplierName.key("ACME (North) Ltd.") == SupplierName.key("Acme North LIMITED"))
    #expect(SupplierName.key("Bloggs & Co") == SupplierName.key("BLOGGS AND COMPANY"))
    #expect(SupplierName.key("Acme Ltd") != SupplierName.key("Acme 2 Ltd"))
  }

  @Test("without rules nobody may be named")
  func none() { #expect(!SupplierRules.none.isOrganisation("Acme Ltd")) }
}
