import Importers
import Statistics

extension CommandSpec {
  /// What a shell may offer in place of a value.
  struct Offer: Equatable, Sendable {
    /// These words.
    var words: [String] = []
    /// The names of files.
    var isFile = false
    /// The names of folders.
    var isFolder = false

    /// Nothing: only the user can know it.
    static let nothing = Offer()
  }

  /// What a shell may offer for the arguments behind the command's name.
  var offer: Offer {
    var all = Offer()
    for word in arguments.split(separator: " ") {
      let found = Self.offer(for: String(word.filter { $0.isLetter && $0.isUppercase }))
      all.words += found.words
      all.isFile = all.isFile || found.isFile
      all.isFolder = all.isFolder || found.isFolder
    }
    return all
  }

  /// What a shell may offer for a value that the help calls by this name.
  static func offer(for value: String) -> Offer {
    if value.contains("|") {
      return Offer(words: value.split(separator: "|").map(String.init))
    }
    switch value {
    case "FILE": return Offer(isFile: true)
    case "DIR": return Offer(isFolder: true)
    case "FORMAT": return Offer(words: OutputStyle.Format.allCases.map(\.rawValue) + ["html"])
    case "UNITS": return Offer(words: ["pounds", "thousands", "millions"])
    case "LAYOUT": return Offer(words: Layouts.all.map(\.id))
    case "METHOD":
      return Offer(words: Calculator.methods.map(\.name) + ["sick_pay", "disclosure"])
    case "COMMAND": return Offer(words: CommandList.all.map { $0.spec.name })
    default: return .nothing
    }
  }
}

extension CommandSpec.Option {
  /// The names with dashes, the short one first.
  var names: [String] { [short, name].compactMap(\.self) }

  /// The names with the value: `-o, --output FILE`.
  var usage: String { names.joined(separator: ", ") + (value.map { " \($0)" } ?? "") }
}
