import Tabular

/// How the bytes of a file are to be read, as far as a command line says.
enum DialectArguments {
  /// The options, shared by the commands that read files.
  static let options: [CommandSpec.Option] = [
    .init("--delimiter", value: "CHAR", "what separates fields: , ; | tab (default: found out)"),
    .init(
      "--quote", value: "CHAR", "what stands around fields (default: \"; none: quotes are data)"),
    .init(
      "--encoding", value: "NAME",
      "utf-8, utf-16le, windows-1252, iso-8859-1, cp437, … (default: auto)"),
  ]

  /// The dialect that the options name, or nil where none was given.
  static func dialect(_ arguments: Arguments) throws -> Dialect? {
    let names = ["--delimiter", "--quote", "--encoding", "--header", "--max-field"]
    guard names.contains(where: arguments.isSet) else { return nil }
    var dialect = Dialect()
    if let text = arguments.value("--delimiter") {
      dialect.delimiter = try byte(text, "--delimiter")
    }
    if let text = arguments.value("--quote") {
      dialect.quote = text.isEmpty || text == "none" ? nil : try byte(text, "--quote")
    }
    if let name = arguments.value("--encoding"), name != "auto" {
      guard let encoding = TextEncoding(name: name) else {
        let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "there is no encoding '\(name)'; known are auto, \(known)")
      }
      dialect.encoding = .named(encoding)
    }
    if let word = arguments.value("--header") {
      guard word == "yes" || word == "no" else {
        throw CommandFailure(.usage, "found --header \(word), expected yes or no")
      }
      dialect.header = word == "yes"
    }
    if arguments.isSet("--max-field") {
      let usual = Dialect.defaultMaxFieldBytes
      dialect.maxFieldBytes = try NumberArgument.whole(arguments, "--max-field", default: usual)
    }
    return dialect
  }

  private static func byte(_ text: String, _ name: String) throws -> UInt8 {
    switch text {
    case "tab", "\\t": return 9
    case "comma": return 0x2C
    case "semicolon": return 0x3B
    case "pipe": return 0x7C
    default:
      let bytes = Array(text.utf8)
      guard bytes.count == 1, bytes[0] < 0x80 else {
        throw CommandFailure(.usage, "found \(name) \(text), expected one ASCII character or 'tab'")
      }
      return bytes[0]
    }
  }

  /// What people call a delimiter.
  static func name(_ byte: UInt8) -> String {
    switch byte {
    case 9: "tab"
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    case 0x7C: "vertical bar"
    default: String(decoding: [byte], as: UTF8.self)
    }
  }
}
