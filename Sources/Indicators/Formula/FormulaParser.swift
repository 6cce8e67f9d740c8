import Evidence

/// Reads the formulae of the catalogue.
///
/// ```
/// sum     = product (("+" | "-") product)*
/// product = rate (("*" | "/") rate)*
/// rate    = value ("per" ("head" | number? value) | "sum over members")*
/// value   = number | measure | "(" sum ")" | "-" value | function
/// ```
///
/// Functions: `real(x)`, `change(x, years)`, `change(x, from 2014-15)`,
/// `share(levels, scheme, service)` with levels joined by `+`, `bodies(kind, x)`.
public struct FormulaParser {
  private let formula: String
  private var lexer: FormulaLexer
  private var token: FormulaLexer.Token
  private var depth = 0
  /// Deeper brackets than any formula needs are refused, so that no text exhausts the stack.
  private static let deepest = 64
  /// A chain of additions is a tree as deep as it is long, and is walked as one.
  private static let longest = 20_000

  private init(_ formula: String) {
    self.formula = formula
    lexer = FormulaLexer(formula)
    token = lexer.next()
  }

  /// Reads a whole formula.
  public static func parse(_ formula: String) throws(FormulaError) -> Expression {
    guard formula.utf8.count <= longest else {
      throw FormulaError(
        formula: String(formula.prefix(40)) + "…", column: 1,
        found: "\(formula.utf8.count) characters", expected: "at most \(longest)")
    }
    var parser = FormulaParser(formula)
    let expression = try parser.sum()
    guard parser.token == .end else { throw parser.unexpected("an operator or the end") }
    return expression
  }

  private func unexpected(_ expected: String) -> FormulaError {
    let found: String =
      switch token {
      case .end: "the end"
      case .number(let number): "the number \(number)"
      case .word(let word): "'\(word)'"
      // A sign beyond ASCII has several bytes: the whole is named.
      case .sign:
        "'\(String(decoding: formula.utf8.dropFirst(lexer.start), as: UTF8.self).prefix(1))'"
      }
    return FormulaError(
      formula: formula, column: lexer.start + 1, found: found, expected: expected)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard token == .sign(UInt8(truncatingIfNeeded: sign.value)) else { return false }
    token = lexer.next()
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard token == .word(word) else { return false }
    token = lexer.next()
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(FormulaError) {
    guard take(sign) else { throw unexpected("'\(sign)'") }
  }

  private mutating func sum() throws(FormulaError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw unexpected("fewer brackets within brackets") }
    var left = try product()
    while true {
      if take("+") {
        left = .sum(left, try product())
      } else if take("-") {
        left = .difference(left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(FormulaError) -> Expression {
    var left = try rate()
    while true {
      if take("*") {
        left = .product(left, try rate())
      } else if take("/") {
        left = .quotient(left, try rate())
      } else {
        return left
      }
    }
  }

  private mutating func rate() throws(FormulaError) -> Expression {
    var left = try value()
    while true {
      if take(word: "per") {
        if take(word: "head") {
          left = .rate(left, units: 1, of: .measure("population.all"))
        } else if case .number(let units) = token {
          token = lexer.next()
          left = .rate(left, units: units, of: try value())
        } else {
          left = .rate(left, units: 1, of: try value())
        }
      } else if take(word: "sum") {
        guard take(word: "over"), take(word: "members") else { throw unexpected("'over members'") }
        left = .members(left)
      } else {
        return left
      }
    }
  }

  private mutating func value() throws(FormulaError) -> Expression {
    if case .number(let number) = token {
      token = lexer.next()
      return .number(number)
    }
    if take("-") {
      depth += 1
      defer { depth -= 1 }
      guard depth < Self.deepest else { throw unexpected("a value") }
      return .difference(.number(0), try value())
    }
    if take("(") {
      let inner = try sum()
      try expect(")")
      return inner
    }
    guard case .word(let word) = token, word.utf8.first.map(FormulaLexer.isWordStart) ?? false
    else { throw unexpected("a measure, a number or '('") }
    let unknown = unexpected("real, change, share or bodies before a bracket")
    token = lexer.next()
    guard take("(") else { return .measure(word) }
    guard let result = try function(word) else { throw unknown }
    try expect(")")
    return result
  }

  /// The function of a name from its first argument on, or nil where there is none of that name.
  private mutating func function(_ name: String) throws(FormulaError) -> Expression? {
    switch name {
    case "real": return .real(try sum())
    case "change":
      let inner = try sum()
      try expect(",")
      return .change(inner, since: try base())
    case "share":
      var levels = [try word("a level of prevention")]
      while take("+") { levels.append(try word("a level of prevention")) }
      try expect(",")
      let scheme = try word("a scheme")
      try expect(",")
      return .share(levels, scheme: scheme, service: try word("a service or all"))
    case "bodies":
      let kind = try word("a kind of body")
      try expect(",")
      return .bodies(kind, try sum())
    default: return nil
    }
  }

  private mutating func word(_ what: String) throws(FormulaError) -> String {
    guard case .word(let word) = token else { throw unexpected(what) }
    token = lexer.next()
    return word
  }

  private mutating func base() throws(FormulaError) -> Expression.Base {
    if case .number(let years) = token, years >= 1, years == years.rounded(), years < 200 {
      token = lexer.next()
      return .years(Int(years))
    }
    guard take(word: "from"), case .word(let year) = token,
      let period = Period(financialYear: year)
    else { throw unexpected("a number of years or 'from 2014-15'") }
    token = lexer.next()
    return .period(period)
  }
}
