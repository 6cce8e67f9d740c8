import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise help")
struct HelpCommandTests {
  @Test("the README's reference is what the commands take")
  func readme() throws {
    let url = Reference.package.appendingPathComponent("README.md")
    let readme = try String(contentsOf: url, encoding: .utf8)
    // To write it anew: placewise help --format markdown
    #expect(readme.contains("\n" + Manual.markdown))
    #expect(readme.contains("\n" + Manual.exitCodes))
    #expect(Program(["help", "--format", "markdown"]).output.contains(Manual.exitCodes))
  }

  @Test("every command has a line, an example that is understood, and options in fixed form")
  func declarations() throws {
    for command in CommandList.all {
      let spec = command.spec
      #expect(!spec.summary.isEmpty && spec.summary.first?.isUppercase == false)
      #expect(!spec.examples.isEmpty)
      for option in spec.options + CommandSpec.global {
        #expect(option.name.hasPrefix("--") && !option.help.isEmpty, "\(spec.name) \(option.name)")
        #expect(option.short.map { $0.count == 2 } ?? true)
      }
      for example in spec.examples {
        let words = Self.words(example)
        #expect(example.contains("placewise"))
        guard words.first == "placewise", words.count > 1 else { continue }
        #expect(words[1] == spec.name)
        _ = try Arguments(Array(words.dropFirst(2)), for: spec)
      }
    }
  }

  /// The words of an example as a shell would part them, up to a comment or a pipe.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line + " " {
      if character == quote {
        quote = nil
      } else if quote != nil {
        word.append(character)
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == " " {
        if ["#", "|"].contains(word) { return words }
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return words
  }

  @Test("help is written to standard output, and an unknown command is named")
  func helps() {
    #expect(Program(["help"]).output == Program(["--help"]).output)
    #expect(Program(["help", "import"]).output == Program(["import", "--help"]).output)
    #expect(Program(["help", "imprt"]).code == 2)
    let shell = Program(["help", "--completions", "tcsh"])
    #expect(shell.code == 2)
    #expect(shell.words.contains("expected one of bash, zsh, fish"))
  }

  @Test("the manual page names every command, option and exit status in plain roff")
  func manual() {
    let page = Program(["help", "--man"]).output
    #expect(page.hasPrefix(".TH PLACEWISE 1 "))
    #expect(page.utf8.allSatisfy { $0 == 10 || (0x20..<0x7F).contains($0) })
    for command in CommandList.all {
      #expect(page.contains("\n.SS \"\(command.spec.name)"))
      for option in command.spec.options {
        #expect(page.contains(ManPage.escape(option.name)), "\(option.name)")
      }
    }
    for code in ExitCode.allCases { #expect(page.contains("\\fB\(code.rawValue)\\fR")) }
    #expect(ManPage.escape(".a\\-'“") == "\\&.a\\e\\-\\(aq\\[u201C]")
  }

  @Test("the manual page is set without a warning", .enabled(if: Shells.has("groff")))
  func groff() throws {
    let set = try Shells.run(["groff", "-man", "-ww", "-Tutf8"], input: ManPage.text)
    #expect(set.code == 0)
    #expect(set.words.isEmpty, "\(set.words)")
    #expect(set.output.contains("placewise"))
  }

  @Test("bash completes commands, options and values", .enabled(if: Shells.has("bash")))
  func bash() throws {
    func completed(_ words: String...) throws -> [String] {
      let line = words.map(Shell.quoted).joined(separator: " ")
      let script =
        Shell.bash.completions
        + "COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _placewise\n"
        + "printf '%s\\n' \"${COMPREPLY[@]}\"\n"
      let run = try Shells.run(["bash", "-u"], input: script)
      #expect(run.words.isEmpty, "\(run.words)")
      return run.output.split(separator: "\n").map(String.init)
    }
    #expect(try completed("placewise", "im") == ["import"])
    #expect(try completed("placewise", "import", "--str") == ["--strict"])
    #expect(try completed("placewise", "sources", "--format", "m") == ["markdown"])
    #expect(try completed("placewise", "inspect", "--header", "") == ["yes", "no"])
    #expect(try completed("placewise", "help", "bui") == ["build"])
    #expect(try completed("placewise", "import", "/et").contains("/etc"))
    #expect(try completed("placewise", "import", "--layout", "fing").contains("fingertips"))
  }

  @Test("fish completes commands, options and values", .enabled(if: Shells.has("fish")))
  func fish() throws {
    func completed(_ line: String) throws -> [String] {
      let script = Shell.fish.completions + "complete -C '\(line)'\n"
      let run = try Shells.run(["fish", "--no-config"], input: script)
      #expect(run.words.isEmpty, "\(run.words)")
      return run.output.split(separator: "\n")
        .map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(try completed("placewise im") == ["import"])
    #expect(try completed("placewise import --str") == ["--strict"])
    #expect(try completed("placewise sources --format m") == ["markdown"])
    #expect(try completed("placewise inspect --header ") == ["no", "yes"])
  }

  @Test("zsh takes the script", .enabled(if: Shells.has("zsh")))
  func zsh() throws {
    let script = "autoload -U compinit; compinit -D\n" + Shell.zsh.completions
    let check = try Shells.run(["zsh", "-f", "-n"], input: script)
    #expect(check.code == 0 && check.words.isEmpty, "\(check.words)")
    let run = try Shells.run(["zsh", "-f"], input: script + "print ${_comps[placewise]}\n")
    #expect(run.words.isEmpty, "\(run.words)")
    #expect(run.output == "_placewise\n")
  }
}

/// Programs of the system that check what is written for them.
enum Shells {
  /// True where a program is installed.
  static func has(_ name: String) -> Bool {
    ["/usr/bin/", "/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + name) }
  }

  /// Runs a program with a text on its standard input.
  static func run(
    _ line: [String], input: String
  ) throws -> (code: Int32, output: String, words: String) {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = scratch.url.appendingPathComponent("input")
    try Data(input.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = line
    process.standardInput = try FileHandle(forReadingFrom: file)
    let (output, words) = (Pipe(), scratch.url.appendingPathComponent("words"))
    _ = FileManager.default.createFile(atPath: words.path, contents: nil)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: words)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: data, as: UTF8.self),
      String(decoding: try Data(contentsOf: words), as: UTF8.self)
    )
  }
}
