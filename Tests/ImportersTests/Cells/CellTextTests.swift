import Testing

@testable import Importers

@Suite("The text of a cell")
struct CellTextTests {
  @Test(
    "loses the blanks around it",
    arguments: [
      ("a", "a"), (" a ", "a"), ("\ta\n", "a"), ("\u{A0}a\u{A0}", "a"), ("\u{FEFF}a", "a"),
      ("a\u{FEFF}", "a"), ("", ""), ("  ", ""), ("é", "é"), ("à", "à"), (" £ 5 ", "£ 5"),
      ("a b", "a b"), ("\r\na b\r\n", "a b"),
    ])
  func trimmed(text: String, expected: String) {
    #expect(CellText.trimmed(text) == expected)
  }

  @Test(
    "as a heading is the same however a spreadsheet broke its lines",
    arguments: [
      ("E-code", "e code"), ("E code", "e code"), ("Local authority", "local authority"),
      ("Employees\n (C1)149", "employees c1 149"), ("Housing (GFRA only)", "housing gfra only"),
      ("Other Income [note 3]", "other income"), ("  Class  ", "class"),
      ("Children's social care", "childrens social care"), ("[note 1]", ""),
      ("£ thousand", "thousand"),
      ("Total\r\nincome", "total income"),
    ])
  func key(text: String, expected: String) {
    #expect(CellText.key(text) == expected)
  }

  @Test(
    "is a number or not",
    arguments: [
      ("5", 5), ("-5.25", -5.25), ("0.1", 0.1), ("5.", 5), (".5", 0.5), ("1e3", 1000),
      ("1E-2", 0.01), ("9.09495E-13", 9.09495e-13), ("", nil), ("-", nil), (".", nil), ("+5", nil),
      ("1,234", nil), ("5 ", nil), ("0x1A", nil), ("1e", nil), ("1e400", nil), ("nan", nil),
      ("inf", nil), ("1.2.3", nil), ("5%", nil), ("1e1000", nil),
      ("1e-400", nil), ("0e-400", 0), ("0.000", 0),
    ] as [(String, Double?)])
  func number(text: String, expected: Double?) {
    #expect(CellText.number(text) == expected)
  }

  @Test(
    "is a number with separators in their places or not",
    arguments: [
      ("1,234", 1234), ("-1,234.5", -1234.5), ("12,345,678", 12_345_678), ("999", 999),
      ("1,23", nil), ("1,2345", nil), (",123", nil), ("1234,567", nil), ("1,234,", nil),
      ("1,234.5,6", nil), ("1,234.567,8", nil), ("--1,234", nil), ("1,234.5.6", nil),
      ("1.234,567", nil),
    ] as [(String, Double?)])
  func grouped(text: String, expected: Double?) {
    #expect(CellText.groupedNumber(text) == expected)
  }
}
