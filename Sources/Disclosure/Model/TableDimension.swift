/// One dimension of a table: its codes, and which code is the sum of which others.
public struct TableDimension: Sendable, Hashable {
  /// A code and the codes that it is the sum of.
  public struct Sum: Sendable, Hashable {
    /// The code of the sum.
    public var code: String

    /// The codes that make it up, in the order they are shown.
    public var parts: [String]

    /// Makes a sum.
    public init(code: String, parts: [String]) {
      self.code = code
      self.parts = parts
    }
  }

  /// The sums, of one level or several; a code may be a part of more than one.
  public var sums: [Sum]

  /// Makes a dimension of codes with one total.
  public init(_ codes: [String], total: String = "Total") {
    sums = [Sum(code: total, parts: codes)]
  }

  /// Makes a dimension with levels, such as councils within regions within England.
  public init(sums: [Sum]) {
    self.sums = sums
  }

  /// Every code once, parts before the sums that they first appear in.
  public var codes: [String] {
    var seen: Set<String> = []
    return sums.flatMap { $0.parts + [$0.code] }.filter { seen.insert($0).inserted }
  }

  /// The codes that are no sums: what data are given for.
  public var leaves: [String] {
    let totals = Set(sums.map(\.code))
    return codes.filter { !totals.contains($0) }
  }

  /// The leaves below each code, a leaf being below itself; a leaf reached twice counts once.
  var leavesBelow: [String: [String]] {
    var partsOf: [String: [String]] = [:]
    for sum in sums where partsOf[sum.code] == nil { partsOf[sum.code] = sum.parts }
    var below: [String: [String]] = [:]
    for code in codes {
      var seen: Set<String> = []
      var found: [String] = []
      var waiting = [code]
      while let next = waiting.popLast() {
        guard seen.insert(next).inserted else { continue }
        if let parts = partsOf[next] { waiting += parts.reversed() } else { found.append(next) }
      }
      below[code] = found
    }
    return below
  }
}
