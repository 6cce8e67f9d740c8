/// A case file as it stands in JSON; which fields are there depends on its kind.
struct CaseDocument: Decodable {
  let kind: String?
  let cells: [String: Double]?
  let equations: [EquationEntry]?
  let suppressed: [String]?
  let primary: [String]?
  let integer: Bool?
  let known: Known?
  let requirement: RequirementEntry?
  let protection: [String: Protection]?
  let singletons: [String]?
  let policy: Policy?
  let cases: [Entry]?

  /// `[total, [part, …]]`.
  struct EquationEntry: Decodable {
    let equation: Equation

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let total = try list.decode(String.self)
      equation = Equation(total: total, parts: try list.decode([String].self))
    }
  }

  /// What readers may assume: one limit for all cells, or one for each named cell.
  struct Known: Decodable {
    let lower: Limit?
    let upper: Limit?
  }

  /// A number, or a number for each named cell.
  enum Limit: Decodable {
    case all(Double)
    case each([String: Double])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        self = .all(number)
      } else {
        self = .each(try value.decode([String: Double].self))
      }
    }
  }

  struct RequirementEntry: Decodable {
    let threshold: Double?
    let width: Double?
  }

  struct Protection: Decodable {
    let lpl: Double?
    let upl: Double?
  }

  struct Policy: Decodable {
    let base: Int
    let hide_from: Int?
    let hide_to: Int?
  }

  /// One line of a list of small cases.
  struct Entry: Decodable {
    let title: String?
    let rule: String?
    let params: Parameters?
    let cells: [PrimaryCell]?
    let count: Int?
    let denominator: Int?
    let percent: Double?
    let decimals: Int?
    let base: Int?
    let k: Int?
    let published: Published?
  }

  /// A figure as it is printed: a number, or a mark.
  enum Published: Decodable {
    case figure(Int)
    case mark(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        self = .figure(number)
      } else {
        self = .mark(try value.decode(String.self))
      }
    }
  }

  struct Parameters: Decodable {
    let t: Int?
    let m: Int?
    let n: Int?
    let k: Double?
    let p: Double?
    let q: Double?
    let threshold: Int?
    let zeros: String?
  }

  /// A cell to be judged by a primary rule.
  struct PrimaryCell: Decodable {
    let cell: String?
    let count: Double?
    let contributions: [Double]?
    let suppliers: [String]?
    let payments: [Payment]?
  }

  /// `[contributor, amount]`.
  struct Payment: Decodable {
    let contributor: String
    let amount: Double

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      contributor = try list.decode(String.self)
      amount = try list.decode(Double.self)
    }
  }
}
