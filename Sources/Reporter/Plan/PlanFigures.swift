import Evidence
import Indicators
import Places
import Statistics

/// The series that plans compare: a place's own, or the average of its councils, and others' like it.
struct PlanFigures {
  let context: ReportContext

  /// Places that a place is held against.
  struct Comparison {
    /// The places, without the place itself.
    let places: [Place]
    /// What some of them are called after a number: `other combined authority areas`.
    let name: MarkdownText
  }

  /// An indicator's series for a place.
  ///
  /// A combined authority without a value of its own has the average of its councils, weighted by
  /// residents and marked as an estimate: published shares have no counts to be summed.
  func series(_ id: String, _ place: Place) -> PlanSeries {
    let own = PlanSeries(context.table.series(id, place.code))
    guard own.points.isEmpty, !place.tier.isCouncil, place.tier != .country else { return own }
    let members = context.register.members(of: place.code, level: level(id))
    let parts = members.map { member in
      (series: PlanSeries(context.table.series(id, member.code)), weight: people(member))
    }
    return PlanSeries.average(parts)
  }

  /// Shares of services that counties run are averaged over counties, others over districts.
  private func level(_ id: String) -> MemberLevel {
    context.catalogue.indicator(id)?.tier == "upper" ? .highest : .lowest
  }

  /// A value of a place's series as it is printed, with its row where it is a published one.
  func rounded(
    _ value: Double, _ indicator: Indicator, _ place: Place, _ year: Int
  ) -> Rounded? {
    let number = PlaceStory.rounded(value, indicator)
    let at = period(indicator.id, place, year)
    guard context.table.value(indicator.id, place.code, at)?.value == value else { return number }
    return number?.keyed([NumberKey(indicator: indicator.id, period: at.iso)])
  }

  /// Residents, as a weight.
  func people(_ place: Place) -> Double {
    context.table.latest("residents", place.code)?.value ?? 0
  }

  /// The average deprivation score, or nil.
  func deprivation(_ place: Place) -> Double? {
    context.table.latest("deprivation", place.code)?.value
  }

  /// Fewer neighbours than this are no group to be compared with.
  static let fewestNeighbours = 12

  /// The places that a place is held against for an indicator.
  func comparison(_ place: Place, _ id: String) -> Comparison {
    let register = context.register
    if place.tier.isCouncil {
      let near = register.neighbours(of: place.code).filter { $0.country == place.country }
      if near.count >= Self.fewestNeighbours {
        return Comparison(places: near, name: "ONS neighbours of the same tier")
      }
      let same = register.places.filter {
        $0.isCurrent && $0.tier == place.tier && $0.country == place.country
          && $0.kind != .cityOfLondon && $0.kind != .islesOfScilly && $0.code != place.code
      }
      return Comparison(places: same, name: "other English councils of its tier")
    }
    let same = register.places.filter {
      $0.isCurrent && $0.kind == place.kind && $0.country == place.country && $0.code != place.code
    }
    let name: MarkdownText =
      place.tier == .combined
      ? "other combined authority areas"
      : place.kind == .footprint
        ? "other footprints of old counties" : "other \(place.kind.title)s"
    return Comparison(places: same, name: name)
  }

  /// Every English council of the upper tier, for gradients.
  var councils: [Place] {
    context.register.places.filter {
      $0.isCurrent && ($0.tier == .single || $0.tier == .upper) && $0.country == "E92000001"
        && $0.kind != .cityOfLondon && $0.kind != .islesOfScilly
    }
  }

  /// Where an indicator's values can lie.
  static func bounds(_ indicator: Indicator) -> ProjectionBounds {
    indicator.unit == "%" ? .percentage : .notNegative
  }

  /// How the change of an indicator is told: shares and scores in points, all else in per cent.
  static func scale(_ indicator: Indicator, from now: Double, to target: Double) -> PastWindow.Scale
  {
    let isPoints =
      indicator.unit == "%" || indicator.unit.hasPrefix("score") || indicator.unit == "years"
    return isPoints || now <= 0 || target <= 0 ? .points : .relative
  }

  /// The period of a place's latest value, or of one of its councils' where it has none.
  func period(_ id: String, _ place: Place, _ year: Int) -> Period {
    let members = [place] + context.register.members(of: place.code, level: .all)
    for one in members {
      let found = context.table.last(id, one.code) { period, _, value in
        period.year == year && value != nil
      }
      if let found { return found.period }
    }
    return .financialYear(year)
  }
}
