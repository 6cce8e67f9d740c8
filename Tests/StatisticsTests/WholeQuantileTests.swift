import Testing

@testable import Statistics

@Suite("The search for a whole quantile")
struct WholeQuantileTests {
  /// Looks for `wanted` and tells how often it asked.
  private func find(
    _ wanted: Double, near guess: Double, of most: Double = .infinity
  ) -> (found: Double, asked: Int) {
    var asked = 0
    let found = WholeQuantile.find(near: guess, below: 0.5, of: most) { number in
      asked += 1
      // A distribution function that reaches the target at `wanted`.
      return number >= wanted ? 0.5 : 0.4
    }
    return (found, asked)
  }

  @Test(
    "ends at the number from wherever it begins",
    arguments: [0.0, 1, 2, 3, 7, 8, 9, 100, 1000, 123_457, 10_000_000])
  func anywhere(wanted: Double) {
    for guess in [
      0, wanted, wanted + 1, wanted - 1, wanted + 2, wanted - 3, wanted * 3, wanted / 2, 1e9, -5,
      wanted + 0.4, .nan, .infinity,
    ] {
      let (found, asked) = find(wanted, near: guess)
      #expect(found == wanted, "from \(guess)")
      // Doubling out and halving back: some three steps for every doubling of the distance.
      #expect(asked <= 100, "from \(guess)")
    }
  }

  @Test("asks little where the guess is good", arguments: [10.0, 11, 9])
  func near(guess: Double) {
    let (found, asked) = find(10, near: guess)
    #expect(found == 10 && asked <= 4)
  }

  @Test("never goes beyond the most there can be")
  func bounded() {
    #expect(find(5, near: 0, of: 5).found == 5 && find(4, near: 9, of: 5).found == 4)
    #expect(find(6, near: 0, of: 5).found == 5 && find(6, near: 99, of: 5).found == 5)
    #expect(find(0, near: 3, of: 5).found == 0)
  }
}
