import Evidence
import Places

/// Compares England's figures with those of its councils.
///
/// A ratio must lie within the range of the councils'. Counts of the councils that cover England
/// once, in one tier or the other, must add up to the national count within rounding; where some
/// have no figure only a sum above the national one is a disagreement.
struct NationalCheck {
  private let plausibility: Plausibility
  private let register: Register
  private let ratios: Set<String>
  /// Fewer councils than this say nothing about a national figure.
  private static let fewest = 20

  init(_ plausibility: Plausibility, measures: [Measure], register: Register) {
    self.plausibility = plausibility
    self.register = register
    ratios = Set(measures.filter { $0.kind == .ratio }.map(\.id))
  }

  private struct Slice: Hashable {
    let measure: String
    let period: Period
  }

  private struct Tier {
    var sum = 0.0
    var count = 0
    var missing = 0
  }

  private struct Councils {
    var lowest = Double.infinity
    var highest = -Double.infinity
    var count = 0
    var single = Tier()
    var upper = Tier()
    var lower = Tier()
  }

  /// Looks at every period of every measure.
  func check(_ figures: [Observation], _ findings: inout Findings) {
    var national: [Observation] = []
    var ranks: [Slice: Int] = [:]
    for figure in figures where figure.place == Plausibility.england && figure.value != nil {
      let slice = Slice(measure: figure.measure, period: figure.period)
      if let rank = ranks[slice] {
        national[rank] = figure
      } else {
        ranks[slice] = national.count
        national.append(figure)
      }
    }
    guard !national.isEmpty else { return }
    var councils = [Councils](repeating: Councils(), count: national.count)
    var tiers: [String: PlaceTier?] = [:]
    for figure in figures where figure.place != Plausibility.england {
      let known = tiers[figure.place]
      let tier = known ?? tier(of: figure.place)
      if known == nil { tiers[figure.place] = .some(tier) }
      guard let tier, let rank = ranks[Slice(measure: figure.measure, period: figure.period)]
      else { continue }
      Self.add(figure, tier, to: &councils[rank])
    }
    for (england, found) in zip(national, councils) where found.count >= Self.fewest {
      guard let value = england.value else { continue }
      if let rounding = plausibility.nationalRounding[england.measure] {
        checkSum(england, value, found, rounding, &findings)
      } else if ratios.contains(england.measure), value < found.lowest || value > found.highest {
        findings.add(
          .range, england,
          "\(Self.text(value)) is not between \(Self.text(found.lowest)) and "
            + Self.text(found.highest))
      }
    }
  }

  private func tier(of code: String) -> PlaceTier? {
    guard let place = register[code], place.tier.isCouncil, place.country == Plausibility.england
    else { return nil }
    return place.tier
  }

  private static func add(_ figure: Observation, _ tier: PlaceTier, to councils: inout Councils) {
    var part: Tier {
      get { tier == .single ? councils.single : tier == .upper ? councils.upper : councils.lower }
      set {
        switch tier {
        case .single: councils.single = newValue
        case .upper: councils.upper = newValue
        default: councils.lower = newValue
        }
      }
    }
    guard let value = figure.value else {
      part.missing += 1
      return
    }
    part.sum += value
    part.count += 1
    councils.count += 1
    councils.lowest = min(councils.lowest, value)
    councils.highest = max(councils.highest, value)
  }

  private func checkSum(
    _ england: Observation, _ value: Double, _ councils: Councils, _ rounding: Double,
    _ findings: inout Findings
  ) {
    // The tier with more figures is the one that covers England together with single tiers.
    let other = councils.lower.count > councils.upper.count ? councils.lower : councils.upper
    let sum = councils.single.sum + other.sum
    let count = councils.single.count + other.count
    let missing = councils.single.missing + other.missing
    let tolerance = rounding + plausibility.councilRounding * Double(count)
    let difference = sum - value
    guard difference > tolerance || (missing == 0 && difference < -tolerance) else { return }
    let gap = missing > 0 ? ", \(missing) without a figure" : ""
    findings.add(
      .sum, england, "\(Self.text(value)) against \(Self.text(sum)) from \(count) councils\(gap)")
  }

  /// A number to six decimals at most: a sum of binary fractions has more, which mean nothing.
  private static func text(_ value: Double) -> String {
    DecimalText.number((value * 1e6).rounded() / 1e6)
  }
}
