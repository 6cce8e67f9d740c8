import Testing

@testable import Importers

@Suite("Figures that stand twice in a large file")
struct RepeatedFiguresTests {
  @Test("are told from those that stand once, by place, period and measure")
  func finds() {
    var seen = RepeatedFigures(places: 130)
    var random = Seeded(7)
    var known: Set<[Int]> = []
    for _ in 0..<20_000 {
      let key = [random.below(130), random.below(12), random.below(9)]
      let isNew = known.insert(key).inserted
      let stood = seen.insert(place: key[0], period: key[1], measure: key[2])
      #expect(stood == !isNew)
    }
    #expect(known.count > 8_000, "most of 14,040 combinations came, and many of them again")
  }

  @Test("are looked for in bounded memory")
  func bounded() {
    var seen = RepeatedFigures(places: 64)
    // Each measure alone would take 4 MB for its periods.
    for measure in 0..<10_000 {
      _ = seen.insert(place: 1, period: 1_000_000, measure: measure)
    }
    let first = seen.insert(place: 1, period: 1_000_000, measure: 0)
    let last = seen.insert(place: 1, period: 1_000_000, measure: 9_999)
    #expect(first && !last, "the first still fitted, the last did not")
  }
}
