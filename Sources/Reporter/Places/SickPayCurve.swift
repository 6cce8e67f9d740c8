import Evidence
import Indicators
import Places
import Statistics

/// Where the limit cuts a place's pay: the published percentiles, the tail below, the thresholds.
struct SickPayCurve {
  private let story: PlaceStory
  private let estimate: PayEstimate

  init(_ story: PlaceStory, _ estimate: PayEstimate) {
    self.story = story
    self.estimate = estimate
  }

  /// The figure; nil for a place whose own percentiles are not published.
  var figure: DistributionFigure? {
    let pay = story.context.pay
    guard let survey = pay.survey(story.place.code, estimate.analysis), let curve = survey.curve,
      curve.isUsable, let start = curve.points.first
    else { return pooled }
    let weeks = survey.span.weeks * 100
    let published = curve.points.filter { $0.percentile <= 50 }.map {
      DistributionFigure.Point($0.pay / weeks, $0.percentile)
    }
    let tail = stride(from: 0.1, to: 1, by: 0.1).compactMap { part in
      (try? curve.below(start.pay * part)).map {
        DistributionFigure.Point(start.pay * part / weeks, $0.value, isPublished: false)
      }
    }
    return draw([DistributionFigure.Point(0, 0, isPublished: false)] + tail + published)
  }

  /// The curve of a group's councils together, all of it estimated.
  private var pooled: DistributionFigure? {
    guard estimate.share.basis == .pooled else { return nil }
    var points = [DistributionFigure.Point(0, 0, isPublished: false)]
    for percentile in [1.0, 2, 4, 6, 8, 10, 15, 20, 30, 40, 50] {
      guard let pay = story.context.pay.weeklyPay(story.place.code, at: percentile) else {
        continue
      }
      points.append(.init(pay.pay / 100, percentile, isPublished: false))
    }
    return points.count > 3 ? draw(points) : nil
  }

  private func draw(_ points: [DistributionFigure.Point]) -> DistributionFigure {
    let thresholds = [
      (PayThreshold.lowerLimit, "Lower earnings limit"),
      (.flatRate, "80% is less than the flat rate below"),
    ]
    .compactMap { threshold, name -> DistributionFigure.Threshold? in
      guard
        let found = story.context.pay.estimate(
          story.place.code, threshold, estimate.analysis)
      else { return nil }
      let weekly = found.pay / found.span.weeks / 100
      let limits = found.share.limits
      let label = FigureFormat(.pounds, weekly == weekly.rounded() ? .whole : .penny).label(weekly)
      return .init(
        weekly, "\(name) \(label)", share: found.share.value,
        likely: limits.lower...max(limits.lower, limits.upper))
    }
    let whose = estimate.analysis == .resident ? "residents’ jobs" : "jobs by place of work"
    let span =
      estimate.span == .annual
      ? "annual pay of the \(estimate.period.year) survey over 52 weeks"
      : "weekly pay, \(estimate.period.year)"
    return DistributionFigure(
      caption: FigureCaption(
        title: "Where the lower earnings limit cut pay in \(story.name)",
        subtitle: "Share of \(whose) paid less, \(span); lower half of jobs",
        notes: [
          "Below the lowest published percentile the curve is an estimate. Jobs, not people.",
          "Source: ONS, Annual Survey of Hours and Earnings \(estimate.period.year).",
        ]),
      points: points, thresholds: thresholds, valueTitle: "Weekly pay",
      shareTitle: "Share of jobs paid less", shareFormat: FigureFormat(.percent, .decimals(1)))
  }
}
