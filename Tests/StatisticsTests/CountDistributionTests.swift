import Glibc
import Testing

@testable import Statistics

/// Expected probabilities: the textbook formulas, worked term by term.
@Suite("Distributions of counts")
struct CountDistributionTests {
  private static func choose(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  @Test(
    "the binomial is that of its terms", arguments: [0, 1, 2, 3, 7, 12], [0, 0.2, 0.5, 0.9, 1])
  func binomial(n: Int, p: Double) {
    let trials = Double(n)
    var sum = 0.0
    for k in 0...n {
      let term = Self.choose(n, k) * pow(p, Double(k)) * pow(1 - p, Double(n - k))
      #expect(near(Binomial.mass(Double(k), trials: trials, chance: p), term, 1e-12))
      // Half-way between two totals only this count is the first to reach the share.
      if term > 1e-9 {
        let share = min(1, sum + term / 2)
        #expect(Binomial.quantile(share, trials: trials, chance: p) == Double(k))
      }
      sum += term
      let (cdf, rest) = (min(1, sum), 1 - sum)
      for count in [Double(k), Double(k) + 0.5] {
        #expect(abs(Binomial.cdf(count, trials: trials, chance: p) - cdf) < 1e-13)
        #expect(abs(Binomial.survival(count, trials: trials, chance: p) - rest) < 1e-13)
      }
    }
    for outside in [-1, trials + 1, 0.5, .infinity] {
      #expect(Binomial.mass(outside, trials: trials, chance: p) == 0)
    }
    #expect(Binomial.cdf(-0.1, trials: trials, chance: p) == 0)
    #expect(Binomial.survival(-0.1, trials: trials, chance: p) == 1)
    #expect(Binomial.quantile(0, trials: trials, chance: p) == 0)
    #expect(Binomial.quantile(1, trials: trials, chance: p) == (p == 0 ? 0 : trials))
  }

  @Test("the Poisson is that of its terms", arguments: [0.0, 0.3, 1, 4, 11.5])
  func poisson(mean: Double) {
    var term = exp(-mean)
    var sum = 0.0
    for k in 0...40 {
      let count = Double(k)
      #expect(near(Poisson.mass(count, mean: mean), term, 1e-12))
      if term > 1e-9, mean > 0 { #expect(Poisson.quantile(sum + term / 2, mean: mean) == count) }
      sum += term
      for here in [count, count + 0.9] {
        #expect(abs(Poisson.cdf(here, mean: mean) - min(1, sum)) < 1e-13)
        #expect(abs(Poisson.survival(here, mean: mean) - max(0, 1 - sum)) < 1e-13)
      }
      term *= mean / (count + 1)
    }
    #expect(Poisson.mass(-1, mean: mean) == 0 && Poisson.mass(.infinity, mean: mean) == 0)
    #expect(Poisson.cdf(-0.1, mean: mean) == 0 && Poisson.survival(-0.1, mean: mean) == 1)
    #expect(Poisson.cdf(.infinity, mean: mean) == 1)
    #expect(Poisson.quantile(0, mean: mean) == 0)
    #expect(Poisson.quantile(1, mean: mean) == (mean == 0 ? 0 : .infinity))
  }

  @Test("what is outside the domain is not a number")
  func outside() {
    for (n, p) in [(-1, 0.5), (1.5, 0.5), (.infinity, 0.5), (3, -0.1), (3, 1.1), (3, .nan)] {
      #expect(Binomial.mass(1, trials: n, chance: p).isNaN)
      #expect(Binomial.cdf(1, trials: n, chance: p).isNaN)
      #expect(Binomial.survival(1, trials: n, chance: p).isNaN)
      #expect(Binomial.quantile(0.5, trials: n, chance: p).isNaN)
    }
    for mean in [-0.1, .infinity, .nan] {
      #expect(Poisson.mass(1, mean: mean).isNaN && Poisson.cdf(1, mean: mean).isNaN)
      #expect(Poisson.survival(1, mean: mean).isNaN && Poisson.quantile(0.5, mean: mean).isNaN)
    }
    for share in [-0.1, 1.1, .nan] {
      #expect(Binomial.quantile(share, trials: 3, chance: 0.5).isNaN)
      #expect(Poisson.quantile(share, mean: 3).isNaN)
    }
    #expect(Binomial.mass(.nan, trials: 3, chance: 0.5).isNaN && Poisson.mass(.nan, mean: 1).isNaN)
    #expect(Binomial.cdf(.nan, trials: 3, chance: 0.5).isNaN && Poisson.cdf(.nan, mean: 1).isNaN)
  }

  @Test("chance is SplitMix64, as its authors publish it")
  func seeded() {
    // The numbers that are everywhere given for the seed 1234567.
    var random = SeededRandom(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
    // The first of them over 2^64.
    let first = 0.350_079_542_021_408_2
    var unit = SeededRandom(seed: 1_234_567)
    #expect(near(unit.nextUnit(), first, 1e-15))
    var normal = SeededRandom(seed: 1_234_567)
    #expect(near(normal.nextNormal(), Normal.quantile(first), 1e-13))
  }
}
