import Glibc

/// The slope and the relative index of inequality over groups from least to most advantaged.
///
/// With population shares aᵢ and bᵢ = cumulative share up to i less aᵢ/2, a line weighted by aᵢ is
/// laid through y on b: slope s1, intercept s0. SII = s1·m; RII = (s0 + s1)/s0, inverted when the
/// multiplier m is negative. Transformed: y = ln (rate) or logit (proportion), Y0 and Y1 the ends
/// of the line transformed back, SII = (Y1 - Y0)m, RII = Y1/Y0.
///
/// Limits are those of drawing every yᵢ from a normal distribution about its value (on the log
/// scale for rates, logit for proportions) and fitting again. Where the statistic is linear in
/// the draws they are computed outright (`closedForm`): with u the coefficients of y in s1,
/// s1 ∓ z√Σ(uᵢseᵢ)², and for the ends of a transformed line h ∓ half of either slope about the
/// middle h = s0 + s1/2. The untransformed RII follows from Fieller's theorem, which is that same
/// limit as long as s0 is clear of 0. Elsewhere they are percentiles of `draws` seeded draws,
/// spread evenly along the direction that matters most (`simulated`).
///
/// The published R function swaps the limits and inverts those of the RII for transformed rates
/// with a multiplier between 0 and 1; here only a negative multiplier does.
/// Reference: Low & Low 2004, J. Public Health 26:388; Fieller 1954, J. R. Stat. Soc. B 16:175.
public struct SlopeIndex: Sendable {
  /// What the groups' values are.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    case other = 0
    case rate = 1
    case proportion = 2
  }

  /// The mid-rank bᵢ of each group.
  public let ranks: [Double]
  /// The slope index.
  public let slope: Estimate
  /// The relative index.
  public let relative: Estimate
  /// The value at the disadvantaged end, times |m| when transformed.
  public let intercept: Double

  /// Measures groups from their populations, values and standard errors.
  ///
  /// - Parameters:
  ///   - groups: from least to most advantaged.
  ///   - kind: what the values are, which decides the scale of their errors.
  ///   - transformed: fit the line on that scale.
  ///   - multiplier: what the slope is multiplied by; negative turns the direction round.
  ///   - confidence: of the limits.
  ///   - seed: of the draws, where any are needed.
  ///   - draws: how many.
  /// - Throws: a `Blank` for fewer than two groups, a population that is not above 0, or a value
  ///   or limit that is missing, not finite or outside the scale; it names the group.
  public init(
    _ groups: [Group], kind: Kind, transformed: Bool = false, multiplier: Double = 1,
    confidence: Confidence = .ninetyFive, seed: UInt64 = 20_250_926, draws: Int = 10_000
  ) throws(Blank) {
    guard multiplier.isFinite else { throw .notFinite(.multiplier) }
    guard multiplier != 0 else { throw .undefined("the multiplier is 0") }
    let model = try Model(groups, kind: kind, transformed: transformed)
    ranks = model.ranks
    let (first, last) = model.ends()
    guard first.isFinite, last.isFinite, first != 0 else {
      throw .undefined("the line is at 0, or out of range, at the disadvantaged end")
    }
    intercept = transformed ? first * abs(multiplier) : first
    let limits = model.limits(
      multiplier: multiplier, z: confidence.z, tail: confidence.tail, seed: seed, draws: draws)
    slope = Estimate(
      (last - first) * multiplier, limits.slope, confidence,
      Statistic("slope index of inequality", per: abs(multiplier)), limits.slopeMethod)
    let ratio = multiplier < 0 ? first / last : last / first
    relative = Estimate(
      ratio, limits.relative, confidence, Statistic("relative index of inequality"),
      limits.relativeMethod)
    guard !ratio.isNaN, !limits.slope.lower.isNaN else {
      throw .undefined("the numbers are too large or too small to compute with")
    }
  }
}
