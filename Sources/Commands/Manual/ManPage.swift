/// The manual page, made from the descriptions of the commands.
///
/// Plain `man` macros, no date: the same program gives the same page. What is not ASCII is written as
/// a number, which every roff reads whatever its encoding.
enum ManPage {
  /// The page in roff.
  static var text: String {
    var page = Page()
    page.line(".TH PLACEWISE 1 \"\" \"placewise \(Placewise.version)\" \"User Commands\"")
    page.section("NAME")
    page.words("placewise - \(Manual.summary)")
    page.section("SYNOPSIS")
    page.line(".B placewise")
    page.line(".I COMMAND")
    page.words("[options]")
    page.section("DESCRIPTION")
    for (index, paragraph) in Manual.description.enumerated() {
      if index > 0 { page.line(".PP") }
      page.words(paragraph)
    }
    page.section("COMMANDS")
    for command in CommandList.all { page.command(command.spec) }
    page.section("OPTIONS OF EVERY COMMAND")
    page.options(CommandSpec.global)
    page.section("EXIT STATUS")
    for code in ExitCode.allCases { page.item("\(code.rawValue)", code.meaning) }
    page.section("ENVIRONMENT")
    for variable in Manual.environment { page.item(variable.name, variable.meaning) }
    page.section("FILES")
    for file in Manual.files { page.item(file.name, file.meaning) }
    return page.text
  }

  /// A page being written.
  private struct Page {
    private(set) var text = ""

    /// Adds a line of roff.
    mutating func line(_ roff: String) { text += roff + "\n" }

    /// Adds a line that shows words.
    mutating func words(_ words: String) { line(ManPage.escape(words)) }

    mutating func section(_ title: String) { line(".SH \"\(title)\"") }

    /// Adds a paragraph that hangs from a bold term.
    mutating func item(_ term: String, _ meaning: String) {
      line(".TP")
      line("\\fB\(ManPage.escape(term, isStart: false))\\fR")
      words(meaning)
    }

    mutating func options(_ options: [CommandSpec.Option]) {
      for option in options {
        line(".TP")
        let names = option.names.map { "\\fB\(ManPage.escape($0, isStart: false))\\fR" }
        let value = option.value.map { " \\fI\(ManPage.escape($0, isStart: false))\\fR" } ?? ""
        line(names.joined(separator: ", ") + value)
        words(option.help + (option.repeats ? " (may be given several times)" : ""))
      }
    }

    mutating func command(_ spec: CommandSpec) {
      let title = [spec.name, spec.arguments].filter { !$0.isEmpty }.joined(separator: " ")
      line(".SS \"\(ManPage.escape(title, isStart: false))\"")
      words(spec.summary)
      options(spec.options)
      line(".PP")
      line(".EX")
      for example in spec.examples { words(example) }
      line(".EE")
    }
  }

  /// Text that roff shows as it is.
  static func escape(_ text: String, isStart: Bool = true) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      case "\"": out += "\\(dq"
      case _ where scalar.isASCII: out.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    // A full stop at the start of a line would be a request.
    return isStart && out.hasPrefix(".") ? "\\&" + out : out
  }
}
