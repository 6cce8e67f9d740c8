import Statistics

/// Whether a target can be reached in time, by what has been done before.
///
/// The change needed a year is held against the best the place itself has done, against what
/// comparable places did in past windows that share no years, and against the projected path.
public struct TenYearTest: Hashable, Sendable {
  /// Fewer windows of comparable places than this decide nothing.
  public static let fewestWindows = 12
  /// Window lengths tried, the longest first.
  static let lengths = [10, 5, 3]

  /// What is tested.
  public struct Aim: Hashable, Sendable {
    /// The value today.
    public let now: Double
    /// The value wanted.
    public let target: Double
    /// In how many years.
    public let years: Int
    /// True where more is better.
    public let isHigherBetter: Bool
    /// How change is told.
    public let scale: PastWindow.Scale

    /// Makes an aim.
    public init(
      now: Double, target: Double, years: Int, isHigherBetter: Bool, scale: PastWindow.Scale
    ) {
      self.now = now
      self.target = target
      self.years = years
      self.isHigherBetter = isHigherBetter
      self.scale = scale
    }

    /// True where the target is reached already.
    public var isMet: Bool { isHigherBetter ? now >= target : now <= target }
  }

  /// What is tested.
  public let aim: Aim
  /// The change needed a year; nil where a percentage says nothing.
  public let required: Double?
  /// The length of the past windows; nil where too few are held.
  public let window: Int?
  /// The best that the place has done in any window of that length.
  public let best: PastWindow?
  /// What the place did in the latest such window.
  public let recent: PastWindow?
  /// How many windows of comparable places there are.
  public let windows: Int
  /// How many of them moved as fast as needed.
  public let achieved: Int
  /// How many comparable places have a window.
  public let places: Int
  /// How many of them moved as fast as needed in some window.
  public let placesAchieved: Int
  /// The chance of reaching the target on the projected path; nil without a projection.
  public let chance: Double?

  /// Tests an aim.
  public init(
    _ aim: Aim, own: PlanSeries, others: [PlanSeries], projection: Projection? = nil
  ) {
    self.aim = aim
    let required = PastWindow.change(
      from: aim.now, to: aim.target, years: aim.years, aim.scale)
    self.required = required
    let pools = Self.lengths.filter { $0 <= max(aim.years, 3) }.map { length in
      (
        length,
        others.map { PastWindow.apart($0, years: length, aim.scale) }
          .filter { !$0.isEmpty }
      )
    }
    let pool = pools.first { $0.1.reduce(0) { $0 + $1.count } >= Self.fewestWindows }
    let length =
      pool?.0
      ?? Self.lengths.first { years in
        PastWindow.every(own, years: years, aim.scale).count > 0
      }
    window = length
    let mine = length.map { PastWindow.every(own, years: $0, aim.scale) } ?? []
    let sign = aim.isHigherBetter ? 1.0 : -1
    best = mine.max { sign * $0.change < sign * $1.change }
    recent = mine.last
    let theirs = pool?.1 ?? []
    windows = theirs.reduce(0) { $0 + $1.count }
    places = theirs.count
    let isFast = { (window: PastWindow) in
      required.map { sign * window.change >= sign * $0 } ?? false
    }
    achieved = theirs.reduce(0) { $0 + $1.filter(isFast).count }
    placesAchieved = theirs.filter { $0.contains(where: isFast) }.count
    chance = projection?.points.first { $0.horizon == aim.years }.map { point in
      let above = point.chance(above: aim.target)
      return aim.isHigherBetter ? above : 1 - above
    }
  }

  /// The value to be reached after some years, on the way to the target.
  public func milestone(_ years: Int) -> Double? {
    guard !aim.isMet else { return aim.now }
    return required.map { PastWindow.value(from: aim.now, change: $0, years: years, aim.scale) }
  }

  /// The share of comparable places' windows that moved as fast as needed, in per cent.
  public var achievedShare: Double? {
    windows >= Self.fewestWindows ? Double(achieved) / Double(windows) * 100 : nil
  }
}
