import Testing

@testable import Tabular

@Suite("Finding out the delimiter")
struct SniffingTests {
  @Test(
    "by how evenly it splits",
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1,5;2,5\n3,1;4\n", ";"), ("a\tb\n1\t2, 3\n", "\t"),
      ("a|b|c\n1|2|3\n", "|"), ("\"a;b\",c\n\"d;e;f\",g\n", ","), ("name\nx\n", ","), ("", ","),
      ("Spend, by month;;\nname;month;pence\nA;1;5\nB;2;6\n", ";"),
      ("a,b;c,d;e\n1,2;3,4;5\n", ","),
    ])
  func delimiter(text: String, expected: String) {
    let sniffed = Dialect.sniff(Array(text.utf8))
    #expect(sniffed.dialect.delimiter == expected.utf8.first)
    #expect(sniffed.dialect.quote == UInt8(ascii: "\""))
  }

  @Test("with its reason")
  func reason() {
    let sniffed = Dialect.sniff(Array("a;b\n1;\"2\"\nx\n".utf8))
    #expect(sniffed.reason == "a semicolon splits 2 of 3 records into 2 fields")
    #expect(sniffed.usesQuotes)
    #expect(sniffed.isFounded)
    #expect(!Dialect.sniff(Array("a\nb\n".utf8)).isFounded)
  }

  @Test("takes quotes as data only when nothing else reads")
  func quotesAsData() {
    let sniffed = Dialect.sniff(Array("size\tname\n\"5\" x\tpipe\n\"6\" x\tpipe\n".utf8))
    #expect(sniffed.dialect.delimiter == 9)
    #expect(sniffed.dialect.quote == nil)
    #expect(sniffed.reason.hasSuffix("with quotes as data"))
  }

  @Test("from a part of a file that ends anywhere")
  func sample() {
    let text = Array("näme;\"öpen\"\nx;\"cut é\"\n".utf8)
    for count in 0...text.count {
      let sniffed = Dialect.sniff(Array(text[..<count]), isWhole: false)
      // The first record is 14 bytes long; less is not enough to go by.
      #expect(sniffed.dialect.delimiter == UInt8(ascii: count < 14 ? "," : ";"))
    }
  }
}
