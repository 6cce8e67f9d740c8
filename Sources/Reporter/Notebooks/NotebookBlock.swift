/// A fenced block of a notebook that is run: a query or a command, with what is to become of it.
public struct NotebookBlock: Hashable, Sendable {
  /// What a block holds.
  public enum Kind: String, Sendable {
    /// A query.
    case sql
    /// A command of this program.
    case placewise
  }

  /// A line of the block that says how its result is shown: `--: figure trend`.
  public struct Setting: Hashable, Sendable {
    /// The word after the sign.
    public let key: String
    /// The rest of the line.
    public let value: String
    /// Where it stands, from 1.
    public let line: Int
  }

  /// What it holds.
  public let kind: Kind
  /// What values and figures call it; `block-3` where it has no name of its own.
  public let name: String
  /// The line of its opening fence, from 1.
  public let line: Int
  /// The query or the command line, without settings.
  public let source: String
  /// The settings, in order.
  public let settings: [Setting]

  /// The settings that there are.
  public static let keys: Set<String> = [
    "name", "show", "table", "figure", "title", "subtitle", "note", "format", "benchmark",
    "highlight", "years", "break", "zero",
  ]

  /// Reads the lines of a block.
  ///
  /// - Parameters:
  ///   - kind: what it holds.
  ///   - info: what stands behind the kind in the opening fence; the beginning of a command.
  ///   - lines: the lines between the fences.
  ///   - line: the line of the opening fence.
  ///   - number: its place among the blocks, from 1.
  /// - Throws: `NotebookError` for a setting that is not known or stands twice.
  init(
    _ kind: Kind, info: String, lines: [String], line: Int, number: Int
  ) throws(NotebookError) {
    var source: [String] = info.isEmpty ? [] : [info]
    var settings: [Setting] = []
    let sign = kind == .sql ? "--:" : "#:"
    for (offset, text) in lines.enumerated() {
      guard text.hasPrefix(sign) else {
        if kind == .sql || !text.hasPrefix("#") { source.append(text) }
        continue
      }
      let setting = Self.setting(text.dropFirst(sign.count), line + 1 + offset)
      guard Self.keys.contains(setting.key) else {
        throw NotebookError(
          line: setting.line,
          "found the setting '\(setting.key)', expected one of "
            + Self.keys.sorted().joined(separator: ", "))
      }
      settings.append(setting)
    }
    let name = settings.last { $0.key == "name" }
    if let name, !Self.isName(name.value) {
      throw NotebookError(
        line: name.line,
        "found the name '\(name.value)', expected small letters, digits and hyphens")
    }
    self.kind = kind
    self.name = name?.value ?? "block-\(number)"
    self.line = line
    self.source = source.joined(separator: "\n")
    self.settings = settings
  }

  /// The last setting of a key, or nil.
  public func setting(_ key: String) -> Setting? { settings.last { $0.key == key } }

  /// Every setting of a key.
  public func all(_ key: String) -> [Setting] { settings.filter { $0.key == key } }

  private static func setting(_ text: Substring, _ line: Int) -> Setting {
    let trimmed = text.drop { $0 == " " }
    let key = trimmed.prefix { $0 != " " }
    var value = trimmed.dropFirst(key.count).drop { $0 == " " }
    while value.last == " " { value.removeLast() }
    return Setting(key: String(key), value: String(value), line: line)
  }

  /// True for a name that is safe in a path and in a value's reference.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60
      && text.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...57).contains(byte) || byte == 0x2D
      }
  }
}
