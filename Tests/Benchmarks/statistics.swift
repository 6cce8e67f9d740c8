// How long the statistics take, as processor time of one thread, best of five.
//
//   swiftc -O -wmo -parse-as-library $(find Sources/Statistics -name '*.swift') \
//     Tests/Benchmarks/statistics.swift -o .build/statistics-benchmark
//   .build/statistics-benchmark
//
// The byte paths are given a plain table in memory and write the whole answer in memory, numbers
// at full precision: what is left out is reading and writing the file.

import Glibc

@main
struct StatisticsBenchmark {
  static func main() throws {
    let counts = countTable(rows: 1_000_000)
    for kind in [CountRows.Kind.crudeRate, .wilsonProportion] {
      try measure("\(kind), 1,000,000 rows of text to text") { try answer(counts, kind) }
    }
    let bands = bandTable(areas: 52_632)
    try measure("dsr, 1,000,008 rows of area and age band") { try standardise(bands) }
    let areas = try measuredAreas(10_000)
    try measure("dsr, 10,000 areas of 19 bands, numbers only") { try rates(areas) }
    try measure("life expectancy, 2,000 areas of 19 bands") { try lives(areas, 2000) }
    try measure("SII and RII, 20 groups, simulated limits") { try slope() }
    let series = walks(1000)
    try measure("projection of 1,000 series of 16 years") {
      for one in series { _ = try Projection(one) }
    }
    try measure("calibration on 1,000 series of 16 years") {
      _ = try ProjectionCalibration(on: series)
    }
  }

  static func measure(_ name: String, _ body: () throws -> Void) throws {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = clock()
      try body()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print("\((best * 1e4).rounded() / 1e4) s  \(name)")
  }

  static func countTable(rows: Int) -> [UInt8] {
    var random = SeededRandom(seed: 7)
    var table: [UInt8] = []
    for row in 0..<rows {
      let x = random.next() % (row % 3 == 0 ? 12 : 3000)
      table.append(contentsOf: "\(x),\(20_000 + random.next() % 500_000)\n".utf8)
    }
    return table
  }

  static func answer(_ table: [UInt8], _ kind: CountRows.Kind) throws {
    let rows = try CountRows(kind, confidence: 0.95, multiplier: 100_000)
    var output: [UInt8] = []
    output.reserveCapacity(table.count * 6)
    let bytes = table.span
    var index = 0
    while index < bytes.count {
      let start = index
      while bytes[index] != 44 { index += 1 }
      let comma = index
      while bytes[index] != 10 { index += 1 }
      rows.append(
        count: start..<comma, denominator: (comma + 1)..<index, of: bytes, to: &output)
      output.append(10)
      index += 1
    }
  }

  static func bandTable(areas: Int) -> [UInt8] {
    var random = SeededRandom(seed: 8)
    var table: [UInt8] = []
    for area in 0..<areas {
      for weight in StandardPopulation.european2013 {
        let line = "E\(area),\(random.next() % 60),\(1000 + random.next() % 9000),\(weight)\n"
        table.append(contentsOf: line.utf8)
      }
    }
    return table
  }

  static func standardise(_ table: [UInt8]) throws {
    var rows = try StandardisedRows(confidence: 0.95, multiplier: 100_000)
    let bytes = table.span
    var index = 0
    while index < bytes.count {
      let start = index
      var commas = (0, 0, 0)
      while bytes[index] != 44 { index += 1 }
      commas.0 = index
      index += 1
      while bytes[index] != 44 { index += 1 }
      commas.1 = index
      index += 1
      while bytes[index] != 44 { index += 1 }
      commas.2 = index
      while bytes[index] != 10 { index += 1 }
      rows.add(
        area: start..<commas.0, count: (commas.0 + 1)..<commas.1,
        population: (commas.1 + 1)..<commas.2, standard: (commas.2 + 1)..<index, of: bytes)
      index += 1
    }
    var output: [UInt8] = []
    rows.finish(to: &output)
  }

  static func measuredAreas(_ count: Int) throws -> [(deaths: [Double?], people: [Double?])] {
    var random = SeededRandom(seed: 9)
    return (0..<count).map { _ in
      let people = (0..<19).map { _ in Double(800 + random.next() % 4000) }
      let deaths = people.enumerated().map {
        ($1 * (0.0004 + 0.00002 * Double($0 * $0 * $0))).rounded() + 1
      }
      return (deaths, people)
    }
  }

  static func rates(_ areas: [(deaths: [Double?], people: [Double?])]) throws {
    let method = DirectStandardisation()
    let standard = StandardPopulation.european2013.map(Optional.some)
    var sum = 0.0
    for area in areas {
      let rate = try method.rate(
        counts: area.deaths, populations: area.people, standard: standard)
      sum += (rate.estimate.value ?? 0) + (rate.estimate.upper ?? 0)
    }
    precondition(sum > 0)
  }

  static func lives(_ areas: [(deaths: [Double?], people: [Double?])], _ count: Int) throws {
    let table = LifeTable()
    let ages = StandardPopulation.startAges.map { Optional(Double($0)) }
    var sum = 0.0
    for area in areas.prefix(count) {
      let years = try table.expectancies(
        startAges: ages, deaths: area.deaths, populations: area.people)
      sum += years[0].value ?? 0
    }
    precondition(sum > 0)
  }

  static func slope() throws {
    let groups = (0..<20).map { index in
      SlopeIndex.Group(
        population: 1000, value: 60 - Double(index), lower: 55 - Double(index),
        upper: 66 - Double(index))
    }
    _ = try SlopeIndex(groups, kind: .rate)
  }

  static func walks(_ count: Int) -> [ProjectionSeries] {
    var random = SeededRandom(seed: 10)
    return (0..<count).map { _ in
      var level = 50.0
      let values = (0..<16).map { _ -> Double? in
        level += random.nextNormal()
        return level
      }
      return ProjectionSeries(values, bounds: .notNegative)
    }
  }
}
