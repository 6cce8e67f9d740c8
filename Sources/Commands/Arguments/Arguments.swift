import Places

/// A command line taken apart by a command's description.
public struct Arguments: Sendable {
  /// What stands without dashes, in order.
  public private(set) var positional: [String] = []
  private var values: [String: [String]] = [:]

  /// The command line was not understood.
  public struct Misuse: Error, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// Takes a command line apart.
  ///
  /// - Throws: `Misuse` for an unknown option (with the nearest), a missing value, or too few or
  ///   too many arguments.
  public init(_ line: [String], for spec: CommandSpec) throws(Misuse) {
    let known = spec.options + CommandSpec.global
    var rest = line[...]
    var isPlain = false
    while let word = rest.popFirst() {
      if isPlain || word == "-" || !word.hasPrefix("-") {
        positional.append(word)
      } else if word == "--" {
        isPlain = true
      } else {
        try take(word, &rest, known)
      }
    }
    if isSet("--help") { return }
    if positional.count < spec.count.lowerBound {
      throw Misuse(description: "'\(spec.name)' needs \(spec.arguments)")
    }
    if positional.count > spec.count.upperBound {
      let extra = positional[spec.count.upperBound]
      throw Misuse(description: "'\(spec.name)' does not take '\(extra)'")
    }
  }

  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ known: [CommandSpec.Option]
  ) throws(Misuse) {
    var name = word
    var value: String?
    if let equals = word.firstIndex(of: "="), word.hasPrefix("--") {
      name = String(word[..<equals])
      value = String(word[word.index(after: equals)...])
    }
    guard let option = known.first(where: { $0.name == name || $0.short == name }) else {
      let nearest = Nearest.of(name, among: known.map(\.name))
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
      throw Misuse(description: "there is no option '\(name)'\(hint)")
    }
    guard option.value != nil else {
      if value != nil { throw Misuse(description: "'\(option.name)' takes no value") }
      values[option.name] = [""]
      return
    }
    guard let given = value ?? rest.popFirst() else {
      throw Misuse(description: "'\(option.name)' needs a value: \(option.value ?? "")")
    }
    if values[option.name] != nil, !option.repeats {
      throw Misuse(description: "'\(option.name)' is given twice")
    }
    values[option.name, default: []].append(given)
  }

  /// True where a flag or an option was given.
  public func isSet(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option, or nil.
  public func value(_ name: String) -> String? { values[name]?.last }

  /// All values of an option that may be given several times.
  public func all(_ name: String) -> [String] { values[name] ?? [] }
}

/// The nearest of some words to a mistyped one.
enum Nearest {
  /// The word with the fewest changes, where they are few enough to be a slip.
  static func of(_ word: String, among words: [String]) -> String? {
    let limit = max(2, word.utf8.count / 3)
    let ranked = words.compactMap { other in
      EditDistance.between(Array(word.utf8), Array(other.utf8), limit: limit).map { (other, $0) }
    }
    return ranked.min { $0.1 < $1.1 }?.0
  }
}
