extension LifeTable {
  /// The columns of the table, from deaths and people to survivors.
  struct Bands {
    private let widths: [Double]
    private let shares: [Double]
    private let deaths: [Double]
    private let mortality: [Double]
    private let dying: [Double]
    private let alive: [Double]

    init(_ ages: [Double?], _ deaths: [Double?], _ populations: [Double?]) throws(Blank) {
      try Check.same(deaths.count, ages.count, .deaths, .startAge)
      try Check.same(populations.count, ages.count, .population, .startAge)
      try Check.atLeast(2, ages.count, .startAge)
      let start = try Check.all(ages, .startAge)
      guard start[0] == 0 else { throw .undefined("the first age band does not start at 0") }
      for index in 1..<start.count where start[index] <= start[index - 1] {
        throw .entry(index + 1, .notAscending(.startAge))
      }
      let d = try Check.all(deaths, .deaths, above: false)
      let people = try Check.all(populations, .population, above: true)
      for index in d.indices where d[index] > people[index] {
        throw .entry(index + 1, .exceeds(.deaths, .population))
      }
      let total = people.reduce(0, +)
      guard total > LifeTable.smallestPopulation else {
        throw .smallPopulation(total, atLeast: LifeTable.smallestPopulation)
      }
      let open = d.count - 1
      guard d[open] > 0 else {
        throw .entry(open + 1, .undefined("there are no deaths in the open age band"))
      }
      self.init(start, d, people)
    }

    private init(_ start: [Double], _ d: [Double], _ people: [Double]) {
      let open = d.count - 1
      let m = zip(d, people).map { $0 / $1 }
      var widths: [Double] = []
      var shares: [Double] = []
      var dying: [Double] = []
      var alive = [100_000.0]
      for index in d.indices {
        let width = index == open ? 2 / m[index] : start[index + 1] - start[index]
        let share = start[index] == 0 ? 0.1 : 0.5
        let force = m[index] * width
        let certain = index == open || d[index] > people[index] / width / share
        let q = certain ? 1 : force / (1 + force * (1 - share))
        widths.append(width)
        shares.append(share)
        dying.append(q)
        alive.append(alive[index] * (1 - q))
      }
      self.widths = widths
      self.shares = shares
      self.dying = dying
      self.alive = alive
      deaths = d
      mortality = m
    }

    /// Years still to be lived at each age; 0 where the table has no survivors.
    func expectancies() -> [Double] {
      let open = deaths.count - 1
      var lived = alive[open] / mortality[open]
      var years = [Double](repeating: 0, count: deaths.count)
      for index in deaths.indices.reversed() {
        if index < open {
          let next = alive[index + 1]
          lived += widths[index] * (next + shares[index] * (alive[index] - next))
        }
        years[index] = alive[index] > 0 ? lived / alive[index] : 0
      }
      return years
    }

    /// The standard error of each expectancy; nil where the table has no survivors.
    func standardErrors(_ years: [Double]) -> [Double?] {
      let open = deaths.count - 1
      var sum = 0.0
      var errors = [Double?](repeating: nil, count: deaths.count)
      for index in deaths.indices.reversed() {
        let l = alive[index]
        let d = deaths[index]
        if index == open {
          sum = l * l / (d * mortality[index] * mortality[index])
        } else if d > 0 {
          let q = dying[index]
          let reach = (1 - shares[index]) * widths[index] + years[index + 1]
          sum += q * q * (1 - q) / d * l * l * reach * reach
        }
        errors[index] = l > 0 ? sum.squareRoot() / l : nil
      }
      return errors
    }
  }
}
