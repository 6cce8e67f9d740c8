/// The `dsr_dobson` calculation for a long table: one row per area and age band, in any order.
///
/// Nothing but six sums per area is kept. A band that cannot be used makes its own area blank,
/// with the reason, and no other.
public struct StandardisedRows {
  private struct Area {
    let name: [UInt8]
    var sums = DirectStandardisation.Sums()
    var rows = 0
    var absent = 0
    var fault: Blank?
  }

  private let method: DirectStandardisation
  private let missingCounts: MissingCounts
  private var areas: [Area] = []
  private var positions: [[UInt8]: Int] = [:]
  private var current: Int?

  /// Fixes what is the same in every area.
  ///
  /// - Throws: `Blank.confidence` or `Blank.notFinite`.
  public init(
    confidence: Double?, multiplier: Double, missingCounts: MissingCounts = .none
  ) throws(Blank) {
    method = DirectStandardisation(
      confidence: try Confidence(indicator: confidence),
      multiplier: try Check.finite(multiplier, .multiplier))
    self.missingCounts = missingCounts
  }

  /// The names of the cells that `finish` writes after the area.
  public static let header = [
    "out_total_count", "out_total_pop", "out_value", "out_lower", "out_upper", "out_statistic",
    "out_reason",
  ]

  /// Takes in one row.
  public mutating func add(
    area: Range<Int>, count: Range<Int>, population: Range<Int>, standard: Range<Int>,
    of bytes: borrowing Span<UInt8>
  ) {
    let index = position(of: area, bytes)
    areas[index].rows += 1
    guard areas[index].fault == nil else { return }
    do throws(Blank) {
      var events = try RowText.number(bytes, count, "x")
      if events == nil, missingCounts == .none {
        events = 0
        areas[index].absent += 1
      }
      try areas[index].sums.add(
        count: events, population: try RowText.number(bytes, population, "n"),
        weight: try RowText.number(bytes, standard, "stdpop"))
    } catch {
      areas[index].fault = .entry(areas[index].rows, error)
    }
  }

  /// Appends one line per area, in the order in which they first appeared.
  public func finish(to output: inout [UInt8]) {
    for area in areas {
      RowText.append(name: area.name, to: &output)
      do throws(Blank) {
        if let fault = area.fault { throw fault }
        let rate = try method.rate(area.sums, absent: area.absent)
        RowText.append(rate.totalCount, to: &output)
        RowText.append(rate.totalPopulation, to: &output)
        RowText.append(rate.estimate.value, to: &output)
        RowText.append(rate.estimate.lower, to: &output)
        RowText.append(rate.estimate.upper, to: &output)
        RowText.append(rate.estimate.statistic.description, to: &output)
        RowText.append(rate.estimate.blank?.description ?? "", to: &output)
      } catch {
        for _ in 0..<6 { RowText.append(nil, to: &output) }
        RowText.append(error.description, to: &output)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }

  /// Rows of one area usually stand together: the last area is looked at first.
  private mutating func position(of range: Range<Int>, _ bytes: borrowing Span<UInt8>) -> Int {
    if let current, matches(areas[current].name, range, bytes) { return current }
    var name: [UInt8] = []
    name.reserveCapacity(range.count)
    for index in range { name.append(bytes[index]) }
    if let known = positions[name] {
      current = known
      return known
    }
    positions[name] = areas.count
    current = areas.count
    areas.append(Area(name: name))
    return areas.count - 1
  }

  private func matches(
    _ name: [UInt8], _ range: Range<Int>, _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    guard name.count == range.count else { return false }
    for (offset, byte) in name.enumerated() where bytes[range.lowerBound + offset] != byte {
      return false
    }
    return true
  }
}
