/// A statistic that can be computed for every row of a table.
///
/// A row never stops the rows after it: where a figure cannot be given its cells are `NA` and the
/// last cell, `blank`, says why. It is empty when nothing is missing.
public struct CalculationMethod: Sendable {
  /// The name by which the method is called.
  public let name: String
  /// One sentence on what it computes.
  public let summary: String
  /// The columns it reads.
  public let inputs: [CalculationColumn]
  /// The columns it writes, without the last one, `blank`.
  public let outputs: [CalculationColumn]
  /// A row's results and why some of them are missing.
  let body: @Sendable (CalculationRow) throws(Blank) -> ([Cell], Blank?)

  init(
    _ name: String, _ summary: String, in inputs: [CalculationColumn],
    out outputs: [CalculationColumn],
    _ body: @escaping @Sendable (CalculationRow) throws(Blank) -> ([Cell], Blank?)
  ) {
    self.name = name
    self.summary = summary
    self.inputs = inputs
    self.outputs = outputs
    self.body = body
  }

  /// The names of the cells that a row is answered with: `out_…` and at last `out_reason`.
  public var header: [String] { outputs.map { "out_\($0.name)" } + ["out_reason"] }

  /// Computes one row; `cells` are in the order of `inputs`.
  public func callAsFunction(_ cells: [String]) -> [String] {
    let row = CalculationRow(columns: inputs, cells: cells)
    do throws(Blank) {
      let (results, blank) = try body(row)
      let reason = blank ?? unexplained(results)
      return results.map(\.text) + [reason?.description ?? ""]
    } catch {
      return outputs.map { blankCell($0, row) } + [error.description]
    }
  }

  /// Finds each input in a header, with or without `in_`; nil where its fallback is used.
  ///
  /// - Throws: `Blank.refused` naming the columns that are needed and not there.
  public func positions(in header: [String]) throws(Blank) -> [Int?] {
    var found: [Int?] = []
    var absent: [String] = []
    for column in inputs {
      let position =
        header.firstIndex(of: "in_\(column.name)") ?? header.firstIndex(of: column.name)
      if position == nil, column.fallback == nil { absent.append(column.name) }
      found.append(position)
    }
    guard absent.isEmpty else {
      throw .refused(
        "\(name) needs the column\(absent.count == 1 ? "" : "s") "
          + absent.joined(separator: ", ") + ", with or without in_ before the name")
    }
    return found
  }

  /// Computes one row of a table whose header was given to `positions(in:)`.
  public func callAsFunction(_ row: [String], at positions: [Int?]) -> [String] {
    var cells: [String] = []
    for (column, position) in zip(inputs, positions) {
      guard let position else {
        cells.append(column.fallback ?? "NA")
        continue
      }
      cells.append(position < row.count ? row[position] : "NA")
    }
    return self(cells)
  }

  /// A reason for cells that came out blank although the method found no fault.
  private func unexplained(_ results: [Cell]) -> Blank? {
    if results.contains(where: \.isUnsound) {
      return .undefined("the numbers are too large or too small to compute with")
    }
    return results.allSatisfy(\.isBlank) ? .undefined("there is no value to compute with") : nil
  }

  private func blankCell(_ column: CalculationColumn, _ row: CalculationRow) -> String {
    guard let input = column.perEntryOf else { return "NA" }
    return row.entries(input).map { _ in "NA" }.joined(separator: ";")
  }
}
