import Testing

@testable import Statistics

/// Expected numbers: a second working of the procedure in another language, without Holt's method,
/// which is chosen for none of these.
@Suite("The numbers of projections")
struct ProjectionNumbersTests {
  struct Worked: Sendable, CustomTestStringConvertible {
    let method: ProjectionMethod
    let values: [Double]
    var bounds = ProjectionBounds.none
    /// Years ahead; value, 80% interval, 95% interval.
    let points: [Int: [Double]]
    var testDescription: String { method.rawValue }
  }

  static let worked = [
    Worked(
      method: .log, values: [40, 46, 52, 63, 67, 80, 88, 103, 115, 121, 140, 155],
      bounds: .notNegative,
      points: [
        1: [181.920150, 168.431671, 196.488825, 157.452238, 210.190350],
        2: [205.763213, 185.369007, 228.401181, 169.000174, 250.523410],
        5: [297.734057, 241.701574, 366.756275, 200.056933, 443.101707],
        10: [551.141548, 374.787280, 810.478430, 266.020579, 1141.855292],
      ]),
    Worked(
      method: .lastValue, values: [51, 47, 55, 49, 52, 46, 54, 50, 53, 48, 50, 52, 47],
      points: [
        1: [47, 39.410534, 54.589466, 32.769751, 61.230249],
        2: [47, 38.699021, 55.300979, 31.346726, 62.653274],
        5: [47, 35.466342, 58.533658, 25.005582, 68.994418],
        10: [47, 22.364812, 71.635188, 0.466867, 93.533133],
      ]),
    Worked(
      method: .logit, values: [30, 33, 35, 40, 41, 46, 48, 53, 54, 59, 62], bounds: .percentage,
      points: [
        1: [64.850744, 62.843675, 66.806661, 61.050102, 68.472049],
        2: [67.822607, 65.712527, 69.862387, 63.789943, 71.606066],
        5: [75.860948, 72.635882, 78.816766, 69.489150, 81.260918],
        10: [85.945899, 82.178763, 89.023087, 78.203667, 91.245875],
      ]),
    Worked(
      method: .theilSen, values: [10, 12.5, 15, 17, 20, 22.5, 25, 27, 30, 32.5, 60, 37],
      points: [
        1: [40, 24.946905, 55.053095, 11.775447, 68.224553],
        2: [42.5, 24.281883, 60.718117, 8.145837, 76.854163],
        5: [50, 21.511859, 78.488141, -4.326223, 104.326223],
        10: [62.5, 13.638090, 111.361910, -29.794720, 154.794720],
      ]),
    Worked(
      method: .linear, values: [-4, 1, 3, 9, 10, 17, 18, 25, 25, 31, 34, 38],
      points: [
        1: [41.818182, 38.553094, 45.083270, 35.696142, 47.940221],
        2: [45.597902, 42.026712, 49.169092, 38.863659, 52.332146],
        5: [56.937063, 51.127709, 62.746417, 45.858760, 68.015365],
        10: [75.835664, 65.237284, 86.434045, 55.816502, 95.854827],
      ]),
  ]

  @Test("are those of a second working", arguments: worked)
  func numbers(worked: Worked) throws {
    let projection = try Projection(
      ProjectionSeries(worked.values.map { $0 }, bounds: worked.bounds))
    #expect(projection.method == worked.method, "\(projection.candidates)")
    for (horizon, expected) in worked.points.sorted(by: { $0.key < $1.key }) {
      let point = projection.points[horizon - 1]
      let found = [
        point.value, point.inner.lower, point.inner.upper, point.outer.lower, point.outer.upper,
      ]
      #expect(
        zip(found, expected).allSatisfy { abs($0 - $1) < 2e-6 * max(1, abs($1)) },
        "\(horizon) years ahead: \(found)")
    }
  }

  @Test("bounds at 1e100 or beyond, or in the wrong order, bound nothing")
  func farBounds() {
    let near = 1e100.nextDown
    #expect(ProjectionBounds(lower: -near, upper: near).upper == near)
    #expect(ProjectionBounds(lower: -near, upper: near).lower == -near)
    #expect(ProjectionBounds(lower: -1e100, upper: 1e100) == .none)
    #expect(ProjectionBounds(lower: 2, upper: 1) == .none)
    #expect(ProjectionBounds(lower: 1, upper: 1) == .none)
  }

  @Test("the scale depends on how far the values are from their bounds, five-fold at most")
  func scale() {
    // 10 to 50 above 0 is five-fold, 10 to 50.5 more; a value on a bound has no logarithm.
    #expect(WorkingScale([10, 50], .notNegative).lineMethod == .log)
    #expect(WorkingScale([10, 50.5], .notNegative).lineMethod == nil)
    #expect(WorkingScale([0, 5], .notNegative).lineMethod == nil)
    #expect(WorkingScale([10, 50], .none).lineMethod == nil)
    #expect(WorkingScale([20, 84], .percentage).lineMethod == .logit)
    #expect(WorkingScale([20, 85], .percentage).lineMethod == nil)
    #expect(WorkingScale([20, 100], .percentage).lineMethod == nil)
    #expect(WorkingScale([16, 80], .percentage).lineMethod == .logit)
    #expect(WorkingScale([15, 80], .percentage).lineMethod == nil)
    // A hair inside the bound: a tenth of the least distance.
    let scale = WorkingScale([10, 50], .notNegative)
    #expect(near(scale.value(scale.position(-3)), 1, 1e-12))
    let share = WorkingScale([20, 84], .percentage)
    #expect(near(share.value(share.position(-3)), 2, 1e-12))
    #expect(near(share.value(share.position(200)), 98.4, 1e-12))
    #expect(WorkingScale([10, 50.5], .notNegative).value(-7) == 0)
    // Half a percent: of the largest value on a linear scale, of the value itself on another.
    #expect(WorkingScale([10, 50.5], .notNegative).leastError([-80, 40]) == 0.4)
    #expect(WorkingScale([0, 0], .none).leastError([0, 0]) == 0.005)
    #expect(scale.leastError([10, 50]) == 0.005)
  }

  private static let point = Projection.Point(
    horizon: 1, value: 100, inner: Interval(lower: 90, upper: 120),
    outer: Interval(lower: 80, upper: 140), standing: .tested)

  @Test(
    "the chance to reach a target is read from the intervals",
    arguments: [
      // The limits are tenths and fortieths; half-way to the first is 0.64078 deviations.
      (100.0, 0.5), (120, 0.1), (140, 0.025), (90, 0.9), (80, 0.975), (110, 0.260_834_2),
      // Half-way between the limits, and as far again beyond: 1.62076 and 2.63838 deviations.
      (130, 0.052_534_8), (160, 0.004_165_203), (85, 0.947_465_2),
    ])
  func chance(target: Double, expected: Double) {
    #expect(near(Self.point.chance(above: target), expected, 1e-6))
  }

  @Test("the chance without a width is all or nothing")
  func certain() {
    let sure = Projection.Point(
      horizon: 1, value: 5, inner: Interval(lower: 5, upper: 5),
      outer: Interval(lower: 5, upper: 5), standing: .tested)
    #expect(sure.chance(above: 5) == 0.5)
    #expect(sure.chance(above: 6) < 1e-4 && sure.chance(above: 4) > 1 - 1e-4)
  }
}
