/// Places labels beside their points so that none covers another.
enum LabelStack {
  /// The tops of labels, as near to where they are wanted as their heights allow.
  ///
  /// Labels keep the order of their wishes (ties: the order given). Groups that overlap are centred on the
  /// mean of their wishes, then held between the limits; if they cannot all fit, they run past the
  /// lower limit.
  /// - Complexity: O(n²) for n labels, and a figure has few.
  static func tops(
    wishes: [Double], heights: [Double], within limits: ClosedRange<Double>
  ) -> [Double] {
    precondition(wishes.count == heights.count, "each label has a height")
    struct Group {
      var members: [Int]
      var sum: Double
      var height: Double
      var top: Double
    }
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var groups: [Group] = []
    for index in order {
      var group = Group(
        members: [index], sum: wishes[index], height: heights[index], top: wishes[index])
      group.top = held(group.top, height: group.height, limits)
      while let last = groups.last, last.top + last.height > group.top {
        groups.removeLast()
        // What each member wishes for the top of the group, given what stands above it.
        group.sum = last.sum + group.sum - last.height * Double(group.members.count)
        group.members = last.members + group.members
        group.height += last.height
        group.top = held(
          group.sum / Double(group.members.count), height: group.height, limits)
      }
      groups.append(group)
    }
    var tops = Array(repeating: 0.0, count: wishes.count)
    for group in groups {
      var top = group.top
      for member in group.members {
        tops[member] = top
        top += heights[member]
      }
    }
    return tops
  }

  private static func held(_ top: Double, height: Double, _ limits: ClosedRange<Double>) -> Double {
    max(limits.lowerBound, min(top, limits.upperBound - height))
  }
}
