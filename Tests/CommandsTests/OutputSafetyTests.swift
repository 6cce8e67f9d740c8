import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import Reporter

@Suite("Output that nothing in a name can act in")
struct OutputSafetyTests {
  /// What a name may hold at its worst.
  static let names = [
    "a|b", "<script>alert(1)</script>", "`rm -rf`", "a\nb", "a\r\nb", "\u{1B}[31mred\u{1B}[0m",
    "\u{1B}]0;title\u{7}", "\u{202E}dercorp", "\u{200F}x", "\u{2067}y", "\u{9B}2J", "\rover",
    "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "![x](http://example.org)", "[x](javascript:1)",
    "{{7*7}}", "${7*7}", "&lt;b&gt;", "\"><img src=x onerror=alert(1)>", "a\u{0}b", "x]]>y",
    "<!-- --><b>", "||", "\\|", "# head", "1. one", "---", "\u{FEFF}=1", "\u{2028}z",
    "café\u{301}", "a@example.org", "$x$", "~~x~~", "**b**", "'", "''", "\u{1B}[2K",
  ]

  private func text(_ name: String, _ format: OutputStyle.Format) -> String {
    var grid = Grid(["name", name, "value"])
    grid.append([.text(name), .text(name), .number(-3.5)])
    var style = OutputStyle()
    style.format = format
    return String(decoding: grid.bytes(as: style), as: UTF8.self)
  }

  private func isQuiet(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 10: true
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  @Test("a terminal is shown no control character", arguments: names)
  func terminal(name: String) {
    let table = text(name, .table)
    #expect(isQuiet(table))
    #expect(table.split(separator: "\n").count == 3)
    var facts = Facts()
    facts.add("name", name)
    let lines = String(decoding: facts.bytes(as: OutputStyle()), as: UTF8.self)
    #expect(isQuiet(lines.replacing("\t", with: " ")))
    let capture = Capture()
    Capture.$current.withValue(capture) {
      Console(loudness: .verbose, allowsColour: false).fail(name)
      Console().warn(name)
    }
    #expect(isQuiet(capture.words.replacing("\t", with: " ")))
  }

  @Test("a spreadsheet is given no formula, and numbers as they are", arguments: names)
  func spreadsheet(name: String) throws {
    let csv = text(name, .csv)
    #expect(csv.hasSuffix(",-3.5\n"))
    let cell = csv.drop { $0 != "\n" }.dropFirst()
    let first = cell.drop { "\"".contains($0) }.unicodeScalars
      .first { ![" ", "\u{A0}", "\u{FEFF}"].contains($0) }
    #expect(!"=+-@\t\r".unicodeScalars.contains(first ?? "x"))
  }

  @Test("Markdown keeps its table, and HTML and SVG their elements", arguments: names)
  func pages(name: String) {
    let lines = text(name, .markdown).split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines { #expect(line.count { $0 == "|" } == 4, "\(line)") }
    let escaped = MarkdownText(escaping: name).source
    #expect(!escaped.contains("<") || escaped.contains("<!-- -->"))
    for page in [HTMLInline.text(name), SVGElement.escape(name), HTMLInline().html(escaped)] {
      #expect(!page.contains("<"))
      #expect(!page.contains("\""))
      #expect(isQuiet(page))
    }
  }

  @Test(
    "files are named from plain words only",
    arguments: [
      ("a.csv", true), ("tables/asc_net.csv", true), ("tables/.csv", false), ("../a", false),
      ("/etc/x", false), ("a//b", false), ("", false), ("a b", false), ("a/..", false),
      ("caf\u{E9}.md", false), ("a\u{0}", false), (String(repeating: "a", count: 101), false),
    ])
  func files(path: String, isSafe: Bool) {
    let made = try? SafePath.check(ReportFile(path: path, text: ""))
    #expect((made != nil) == isSafe)
  }

  @Test("adopt takes no name that leads elsewhere")
  func adopt() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file("a.csv", "a\n1\n")
    for name in ["../x", "/tmp/x", "x.csv", ""] {
      let program = desk.run("adopt", file, "--dataset", "x", "--name", name)
      #expect(program.code == 2)
      #expect(program.words.contains("small letters, digits and dashes"))
    }
  }
}
