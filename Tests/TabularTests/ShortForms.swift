@testable import Tabular

extension CSVError {
  /// Kind and facts, such as `nul_byte 2:3 @5 r1 f2`.
  var short: String {
    var text = kind.rawValue
    if let line { text += " \(line):\(column ?? 0)" }
    if let byte { text += " @\(byte)" }
    if let record { text += " r\(record)" }
    if let field { text += " f\(field)" }
    if let eofLine { text += " eof\(eofLine)" }
    return text
  }
}

extension Diagnostic {
  /// Kind and facts, such as `bare_quote 2:3 @5 r1 f2`.
  var short: String {
    var text = kind.rawValue
    if let line { text += " \(line)" }
    if let column { text += ":\(column)" }
    if let byte { text += " @\(byte)" }
    if let record { text += " r\(record)" }
    if let field { text += " f\(field)" }
    if let firstField { text += " first\(firstField)" }
    if let expected, let found { text += " \(found)/\(expected)" }
    if let lineEndings { text += " " + lineEndings.joined(separator: "+") }
    return text
  }
}
