/// Numbered things that are merged into groups; each group is known by its smallest member.
struct DisjointSets: Sendable {
  private var parent: [Int]

  /// Every thing in a group of its own.
  init(count: Int) {
    parent = Array(0..<count)
  }

  /// The smallest member of the group.
  mutating func root(_ member: Int) -> Int {
    var member = member
    while parent[member] != member {
      parent[member] = parent[parent[member]]
      member = parent[member]
    }
    return member
  }

  /// Merges two groups.
  mutating func unite(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    parent[max(a, b)] = min(a, b)
  }
}
