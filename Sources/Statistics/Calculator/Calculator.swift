/// Every statistic by name, for tables of one's own.
public enum Calculator {
  typealias Column = CalculationColumn

  /// All methods in the order of their names.
  public static let methods: [CalculationMethod] = {
    let groups = [
      distributions, intervals, comparisons, standardisation, [validation], descriptive, trends,
      inequality, smoothing, funnels, [interpolation], pay,
    ]
    return groups.flatMap { $0 }.sorted { $0.name < $1.name }
  }()

  /// The method of that name.
  public static func method(named name: String) -> CalculationMethod? {
    methods.first { $0.name == name }
  }

  /// Up to three method names that the given one may be meant to be, nearest first.
  ///
  /// By the number of letters to insert, delete, change or swap; a name that contains the given
  /// one, or is contained in it, comes before others.
  public static func nearest(to name: String) -> [String] {
    let wanted = Array(name.lowercased().utf8.map { $0 == 45 || $0 == 32 ? 95 : $0 })
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let ranked = methods.map { method -> (cost: Int, name: String) in
      let known = Array(method.name.utf8)
      let part = wanted.count >= 3 && (contains(known, wanted) || contains(wanted, known))
      return (part ? 0 : editDistance(wanted, known), method.name)
    }
    let close = ranked.filter { $0.cost <= max(2, wanted.count / 3) }
    return close.sorted { ($0.cost, $0.name) < ($1.cost, $1.name) }.prefix(3).map(\.name)
  }

  private static func contains(_ long: [UInt8], _ short: [UInt8]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { start in
      long[start..<(start + short.count)].elementsEqual(short)
    }
  }

  /// The optimal string alignment distance.
  static func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (i, left) in one.enumerated() {
      var row = [i + 1]
      for (j, right) in other.enumerated() {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left == right ? 0 : 1))
        if i > 0, j > 0, left == other[j - 1], one[i - 1] == right {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[other.count]
  }
}
