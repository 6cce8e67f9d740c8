import Foundation
import Testing

@testable import Statistics

@Suite("Distributions beyond the reference cases")
struct DistributionTests {
  /// mpmath 1.4.1, gammainc with 30 digits.
  @Test(
    "large shapes, where the uniform expansion takes over",
    arguments: [
      (20_000, 20_300, 0.017293551277903446), (1e6, 1_002_500, 0.0062403548610883073),
      (1e6, 990_000, 1), (2.5e7, 25_020_000, 3.1805273803789417e-5),
    ])
  func largeShapes(shape: Double, x: Double, upper: Double) {
    #expect(near(GammaDistribution.survival(x, shape: shape), upper, 1e-11))
  }

  /// mpmath 1.4.1, gammainc with 30 digits.
  @Test("lower tails of large shapes keep their digits")
  func largeShapeTails() {
    #expect(
      near(GammaDistribution.cdf(19_000, shape: 20_000), 3.2368746436185902e-13, 1e-11))
    #expect(
      near(GammaDistribution.cdf(990_000, shape: 1e6), 5.4466446930108087e-24, 1e-11))
  }

  @Test("the expansion meets the series where it begins")
  func seam() {
    for z in [-3.0, -1, -0.01, 0, 0.5, 2, 4] {
      let below = 9_999.999_999
      let above = 10_000.0
      let low = GammaDistribution.cdf(below + z * 100, shape: below)
      let high = GammaDistribution.cdf(above + z * 100, shape: above)
      #expect(near(low, high, 1e-9))
    }
  }

  /// scipy 1.17.1.
  @Test("the F distribution")
  func fisher() {
    #expect(near(FisherF.survival(3.5, 4, 17), 0.029306975370654346, 1e-11))
    #expect(near(FisherF.quantile(0.975, 3, 12), 4.474184809637748, 1e-11))
    #expect(near(FisherF.cdf(0.2, 6, 9), 0.03168602680108749, 1e-11))
    #expect(FisherF.cdf(-1, 3, 4) == 0)
    #expect(FisherF.cdf(.infinity, 3, 4) == 1)
  }

  /// scipy 1.17.1.
  @Test("whole quantiles")
  func wholeQuantiles() {
    #expect(Poisson.quantile(0.975, mean: 37.2) == 50)
    #expect(Binomial.quantile(0.025, trials: 200, chance: 0.31) == 49)
    #expect(Poisson.quantile(1e-6, mean: 1e5) == 98_500)
    #expect(Poisson.quantile(0.5, mean: 0) == 0)
    #expect(Binomial.quantile(1, trials: 7, chance: 0.2) == 7)
  }

  @Test("closed forms")
  func closedForms() {
    for x in [1e-8, 0.3, 2, 17, 600] {
      let half = -0.5 * x
      #expect(near(ChiSquared.survival(x, degrees: 2), exp(half), 1e-12))
      let share = x / 1000
      let beta = share * (3 - 3 * share + share * share)
      #expect(near(BetaDistribution.cdf(share, 1, 3), beta, 1e-12))
      #expect(near(StudentT.cdf(-x, degrees: 1), atan(1 / x) / .pi, 1e-12))
    }
  }

  @Test("a quantile is where the distribution function says it is")
  func roundTrips() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<400 {
      let p = pow(10, -12 * random.nextUnit())
      let a = pow(10, 4 * random.nextUnit() - 1)
      let b = pow(10, 3 * random.nextUnit() - 1)
      let x = GammaDistribution.quantile(p, shape: a)
      if x > 1e-290 { #expect(near(GammaDistribution.cdf(x, shape: a), p, 1e-10)) }
      let upper = GammaDistribution.upperQuantile(p, shape: a)
      #expect(near(GammaDistribution.survival(upper, shape: a), p, 1e-10))
      let y = BetaDistribution.quantile(p, a, b)
      if y > 1e-290, y < 0.999 { #expect(near(BetaDistribution.cdf(y, a, b), p, 1e-9)) }
      let t = StudentT.quantile(p, degrees: a)
      if abs(t) < 1e100 { #expect(near(StudentT.cdf(t, degrees: a), p, 1e-10)) }
      #expect(near(Normal.cdf(Normal.quantile(p)), p, 1e-12))
    }
  }

  @Test(
    "beta distributions of very large shapes agree with the integral of their density",
    arguments: [
      // mpmath 1.3: quadrature of the density with 40 digits; SciPy's betainc agrees to 11 of them.
      (1e9, 2e9, 0.3333419399629901, 0.8413447460341064),
      (1e9, 2e9, 0.3333118167591913, 0.006209269309954358),
      (3e9, 1e8, 0.9677428874891163, 0.6179004208163995),
      (2e6, 1e10, 0.0001997903532698873, 0.1150495093002096),
    ])
  func largeBeta(a: Double, b: Double, x: Double, lower: Double) {
    #expect(near(BetaDistribution.cdf(x, a, b), lower, 1e-7))
    // Seen from the other end: 1 - X is beta(b, a).
    #expect(near(1 - BetaDistribution.cdf(1 - x, b, a), lower, 1e-7))
  }

  @Test("both tails of a symmetric distribution are the same")
  func symmetry() {
    for x in stride(from: 0.0, through: 30, by: 0.7) {
      #expect(Normal.cdf(-x) == Normal.survival(x))
      #expect(StudentT.cdf(-x, degrees: 4.5) == StudentT.survival(x, degrees: 4.5))
    }
  }

  @Test("outside its domain a distribution has no value")
  func domains() {
    #expect(Normal.quantile(-0.1).isNaN && Normal.quantile(.nan).isNaN)
    #expect(Normal.quantile(0) == -.infinity && Normal.quantile(1) == .infinity)
    #expect(ChiSquared.quantile(0.5, degrees: 0).isNaN)
    #expect(StudentT.quantile(0.5, degrees: -1).isNaN)
    #expect(BetaDistribution.quantile(2, 1, 1).isNaN)
    #expect(Poisson.cdf(1, mean: -1).isNaN)
    #expect(Binomial.cdf(1, trials: 2.5, chance: 0.5).isNaN)
    #expect(Binomial.mass(3, trials: 2, chance: 0.5) == 0)
    #expect(Poisson.mass(0.5, mean: 1) == 0)
  }
}
