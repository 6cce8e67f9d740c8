/// How sure an interval is to cover the true value: a share such as 0.95.
public struct Confidence: Sendable, Hashable, Comparable {
  /// The share, from 0.5 to 1.
  public let level: Double

  /// Takes a share from 0.5 to 1 or a percentage from 50 to 100.
  ///
  /// - Throws: `Blank.outside` for anything else, NaN included.
  public init(_ level: Double) throws(Blank) {
    if level >= 0.5, level <= 1 {
      self.level = level
    } else if level >= 50, level <= 100 {
      self.level = level / 100
    } else {
      throw .outside(.confidence, 0.5...1)
    }
  }

  /// Takes a confidence that public health indicators are published with.
  ///
  /// A share from 0.9 to 1 or a percentage from 90 to 100.
  ///
  /// - Throws: `Blank.confidence` for anything else, `Blank.missing` for nil.
  public init(indicator level: Double?) throws(Blank) {
    guard let level else { throw .missing(.confidence) }
    if level >= 0.9, level <= 1 {
      self.level = level
    } else if level >= 90, level <= 100 {
      self.level = level / 100
    } else {
      throw .confidence
    }
  }

  private init(known level: Double) { self.level = level }

  /// 80%.
  public static let eighty = Confidence(known: 0.8)
  /// 95%.
  public static let ninetyFive = Confidence(known: 0.95)
  /// 99.8%, the outer limits of a funnel plot.
  public static let ninetyNinePointEight = Confidence(known: 0.998)

  /// The probability left out at each end, (1 - level)/2.
  public var tail: Double { (1 - level) / 2 }

  /// The normal quantile that leaves `tail` at each end; infinite at level 1.
  public var z: Double { -Normal.quantile(tail) }

  /// Student's quantile that leaves `tail` at each end.
  public func t(degrees: Double) -> Double { StudentT.upperQuantile(tail, degrees: degrees) }

  /// Orders by level.
  public static func < (one: Confidence, other: Confidence) -> Bool { one.level < other.level }
}
