@testable import Tabular

extension ReaderCase {
  /// The rules P1 to P12 in small: what a clone without the published cases is tested with.
  static let all: [ReaderCase] =
    structure + lineEnds + quotes + malformed + headers + encodings + limits

  private static let header = Dialect(header: true)

  private static let structure: [ReaderCase] = [
    .reads("", []),
    .reads("a", [["a"]]),
    .reads("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
    .reads(",", [["", ""]]),
    .reads(",,\n", [["", "", ""]]),
    .reads(" a , b \n", [[" a ", " b "]]),
    .reads("a;b,c\n", [["a", "b,c"]], [], Dialect(delimiter: UInt8(ascii: ";"))),
    .reads("a\tb\n", [["a", "b"]], [], Dialect(delimiter: 9)),
    .reads("NULL,NA,*,=1+1,<b>\n", [["NULL", "NA", "*", "=1+1", "<b>"]]),
    .reads("#x\n\\,\\\"\n", [["#x"], ["\\", "\\\""]], ["bare_quote 2:4 @6 r2 f2"]),
    .reads("a\u{1A}", [["a\u{1A}"]]),
    .reads("a\u{B}b\u{C},c\u{85}\u{2028}\n", [["a\u{B}b\u{C}", "c\u{85}\u{2028}"]]),
  ]

  private static let lineEnds: [ReaderCase] = [
    .reads("a\r\nb\r\n", [["a"], ["b"]]),
    .reads("a\rb", [["a"], ["b"]]),
    .reads("a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]], ["mixed_line_endings cr+crlf+lf"]),
    .reads("a\n\rb", [["a"], ["b"]], ["blank_line 2", "mixed_line_endings cr+lf"]),
    .reads("\n\na\n\n", [["a"]], ["blank_line 1", "blank_line 2", "blank_line 4"]),
    .reads("\"\"\n", [[""]]),
    .reads("\"\"", [[""]]),
    .reads("  \n", [["  "]]),
    .reads("a\r\n\r\nb", [["a"], ["b"]], ["blank_line 2"]),
    .reads("\"a\r\nb\rc\nd\"\n", [["a\r\nb\rc\nd"]]),
    .reads("\"x\r\"\r\"y\"\r", [["x\r"], ["y"]]),
  ]

  private static let quotes: [ReaderCase] = [
    .reads("\"a\",\"b\"\n", [["a", "b"]]),
    .reads("\"a,b\",c\n", [["a,b", "c"]]),
    .reads("\"a\"\"b\"\n", [["a\"b"]]),
    .reads("\"\"\"\"\n", [["\""]]),
    .reads("\"\"\"\"\"\",x\n", [["\"\"", "x"]]),
    .reads("\"\",\"\"\n", [["", ""]]),
    .reads("a\"b\n", [["a\"b"]], ["bare_quote 1:2 @1 r1 f1"]),
    .reads("a,b\"\"\n", [["a", "b\"\""]], ["bare_quote 1:4 @3 r1 f2", "bare_quote 1:5 @4 r1 f2"]),
    .reads(" \"a\"\n", [[" \"a\""]], ["bare_quote 1:2 @1 r1 f1", "bare_quote 1:4 @3 r1 f1"]),
    .reads("é€😀\"x\n", [["é€😀\"x"]], ["bare_quote 1:4 @9 r1 f1"]),
    .reads("\"a\nb\",c\"\n", [["a\nb", "c\""]], ["bare_quote 2:5 @7 r1 f2"]),
    .reads("'a,b'\n", [["a,b"]], [], Dialect(quote: UInt8(ascii: "'"))),
    .reads("\"a,b\"\n", [["\"a", "b\""]], [], Dialect(quote: nil)),
  ]

  private static let malformed: [ReaderCase] = [
    .refuses("\"", "unterminated_quote 1:1 @0 r1 f1 eof1"),
    .refuses("a,b\n1,\"x\ny\n", "unterminated_quote 2:3 @6 r2 f2 eof4"),
    .refuses("\"a\"\"", "unterminated_quote 1:1 @0 r1 f1 eof1"),
    .refuses("\"a\"b\n", "text_after_closing_quote 1:4 @3 r1 f1"),
    .refuses("x\n\"a\" ,b\n", "text_after_closing_quote 2:4 @5 r2 f1"),
    .refuses("\"a\nb\"c", "text_after_closing_quote 2:3 @5 r1 f1"),
    .refuses("é,\"é\"é\n", "text_after_closing_quote 1:6 @7 r1 f2"),
    .refuses("a\u{0},b\n", "nul_byte 1:2 @1"),
    .refuses("a\n\"x\ny\u{0}\"\n", "nul_byte 3:2 @6"),
    .refuses("\"a\"x\n\u{0}", "nul_byte 2:1 @5"),
    .refuses("\u{FEFF}a,\u{0}\n", "nul_byte 1:3 @5 r1 f2"),
    .refuses("\u{FEFF}\"a\"\u{0}\n", "nul_byte 1:4 @6 r1 f1"),
    .refuses("\u{FEFF}\"a\"x\u{0}\n", "text_after_closing_quote 1:4 @6 r1 f1"),
  ]

  private static let headers: [ReaderCase] = [
    .reads(
      "a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]],
      ["ragged_row 2 r2 1/2", "ragged_row 3 r3 3/2"], header),
    .reads(
      "a,,a, \u{A0}\n", [["a", "", "a", " \u{A0}"]],
      ["empty_header f2", "duplicate_header f3 first1", "empty_header f4"], header),
    .reads("a,A\n", [["a", "A"]], [], header),
    .reads(
      "a,b\n\n\"x\n\",y\nz\n", [["a", "b"], ["x\n", "y"], ["z"]],
      ["blank_line 2", "ragged_row 5 r3 1/2"], header),
  ]

  private static let utf16le: [UInt8] =
    [0xFF, 0xFE]
    + Array("é,\"😀\n\"\r\nx".utf16).flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
  private static let utf16be: [UInt8] = Array("é,b\"".utf16).flatMap {
    [UInt8($0 >> 8), UInt8($0 & 0xFF)]
  }

  private static let encodings: [ReaderCase] = [
    .reads("\u{FEFF}a,b\n", [["a", "b"]]),
    .reads("\u{FEFF}", []),
    .reads("\u{FEFF}\u{FEFF}a\n", [["\u{FEFF}a"]]),
    .bytes(
      utf16le, [["é", "😀\n"], ["x"]], [],
      Dialect(), .utf16le),
    .bytes(
      utf16be, [["é", "b\""]], ["bare_quote 1:4 @6 r1 f2"],
      Dialect(encoding: .named(.utf16be)), .utf16be),
    .bytes(
      [0x61, 0x2C, 0xA3, 0x35, 0x22, 0x0A], [["a", "£5\""]],
      ["encoding_fallback 1:3 @2", "bare_quote 1:5 @4 r1 f2"], Dialect(), .windows1252),
    .bytes(
      [0x80, 0x0A, 0x95, 0x0A], [["€"], ["•"]], ["encoding_fallback 1:1 @0"], Dialect(),
      .windows1252),
    .bytes([0x80, 0xE9], [["\u{80}é"]], [], Dialect(encoding: .named(.latin1)), .latin1),
    .bytes([0x9C, 0x9D], [["£¥"]], [], Dialect(encoding: .named(.cp437)), .cp437),
    .bytes([0x9C, 0xB8], [["£©"]], [], Dialect(encoding: .named(.cp850)), .cp850),
    .refuses([0x61, 0x0A, 0xA3, 0x81, 0x0A], "invalid_encoding 2:2 @3"),
    .refuses([0xC3, 0xA9, 0x2C, 0xA3, 0x0A], "invalid_encoding 1:3 @3"),
    .refuses(Array("2\"\"<".utf8) + [0xFF, 0x81, 0xFF], "invalid_encoding 1:6 @5"),
    .refuses([0xC3, 0xA9, 0x0D, 0xBB, 0x0A, 0x61, 0x00], "nul_byte 3:2 @6"),
    .refuses([0xA3, 0x2C, 0xC3, 0xA9, 0x0A], "invalid_encoding 1:1 @0"),
    .refuses([0xA3, 0x81, 0x0A, 0xC3, 0xA9, 0x0A], "invalid_encoding 1:1 @0"),
    .refuses(Array("\"a\"x\n".utf8) + [0xC3, 0xA9, 0xFF], "invalid_encoding 2:2 @7"),
    .refuses([0xEF, 0xBB, 0xBF, 0x61, 0xFF], "invalid_encoding 1:2 @4"),
    .refuses([0x61, 0xE2, 0x82], "invalid_encoding 1:2 @1", Dialect(encoding: .named(.utf8))),
    .refuses([0xED, 0xA0, 0x80], "invalid_encoding 1:1 @0", Dialect(encoding: .named(.utf8))),
    .refuses(
      [0xF4, 0x90, 0x80, 0x80], "invalid_encoding 1:1 @0",
      Dialect(encoding: .named(.utf8))),
    .refuses([0x61, 0x8D], "invalid_encoding 1:2 @1", Dialect(encoding: .named(.windows1252))),
    .refuses([0xFF, 0xFE, 0x61, 0x00, 0x2C], "invalid_encoding @4"),
    .refuses([0xFF, 0xFE, 0x00, 0xD8, 0x2C, 0x00], "invalid_encoding @2"),
    .refuses([0xFF, 0xFE, 0x00, 0xDC], "invalid_encoding @2"),
    .refuses([0xFF, 0xFE, 0x61, 0, 0, 0], "nul_byte 1:2 @4 r1 f1"),
    .refuses([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "unsupported_encoding 1:1 @0"),
    .refuses([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "unsupported_encoding 1:1 @0"),
    .refuses([0, 0x61, 0, 0x2C], "nul_byte 1:1 @0"),
  ]

  private static let four = Dialect(maxFieldBytes: 4)

  private static let limits: [ReaderCase] = [
    .reads("abcd,\"abcd\",éé\n", [["abcd", "abcd", "éé"]], [], four),
    .reads("\"a\"\"b\",\"\"\"\"\"\"\n", [["a\"b", "\"\""]], [], four),
    .refuses("x\nab,abcde\n", "field_too_large 2:4 @5 r2 f2", four),
    .refuses("\"abcde\"\n", "field_too_large 1:1 @0 r1 f1", four),
    .refuses("\"abc\n,\n", "field_too_large 1:1 @0 r1 f1", four),
    .refuses("ééé\n", "field_too_large 1:1 @0 r1 f1", four),
    .refuses("a,\"b\"x,abcde\n", "text_after_closing_quote 1:6 @5 r1 f2", four),
    .bytes(
      utf16be, [["é", "b\""]], ["bare_quote 1:4 @6 r1 f2"],
      Dialect(encoding: .named(.utf16be), maxFieldBytes: 4), .utf16be),
    .refuses(
      utf16be, "field_too_large 1:3 @4 r1 f2",
      Dialect(encoding: .named(.utf16be), maxFieldBytes: 3)),
  ]
}
