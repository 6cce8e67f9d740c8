import Testing

@testable import Disclosure

@Suite("Row reduction")
struct RowReductionTests {
  /// Random sums over few unknowns, true for one random solution.
  private func equations(_ generator: inout SeededGenerator, columns: Int) -> ([SparseRow], [Int]) {
    let solution = (0..<columns).map { _ in Int.random(in: 0...9, using: &generator) }
    let rows = (0..<Int.random(in: 1...columns, using: &generator)).compactMap { _ -> SparseRow? in
      let terms = (0..<columns).compactMap { column -> SparseRow.Term? in
        let coefficient = Int.random(in: -2...3, using: &generator)
        return coefficient == 0 || Bool.random(using: &generator)
          ? nil : .init(column: column, coefficient: coefficient)
      }
      let right = terms.reduce(0) { $0 + $1.coefficient * solution[$1.column] }
      return terms.isEmpty ? nil : SparseRow(terms: terms, right: right)
    }
    return (rows, solution)
  }

  @Test("fractions, wide fractions, the prime field and floating point fix the same unknowns")
  func allScalarsAgree() throws {
    var generator = SeededGenerator(seed: 3)
    var fixed = 0
    for _ in 0..<300 {
      let columns = Int.random(in: 1...7, using: &generator)
      let (rows, solution) = equations(&generator, columns: columns)
      let narrow = try #require(RowReduction<Rational<Int>>(rows, columns: columns))
      let wide = try #require(RowReduction<Rational<Int128>>(rows, columns: columns))
      let prime = try #require(RowReduction<PrimeField>(rows, columns: columns))
      let floating = try #require(RowReduction<Double>(rows, columns: columns))
      let expected = narrow.fixed.map(\.column)
      #expect(wide.fixed.map(\.column) == expected)
      #expect(prime.fixed.map(\.column) == expected)
      #expect(floating.fixed.map(\.column) == expected)
      #expect(narrow.isConsistent && wide.isConsistent && prime.isConsistent)
      for (column, value) in narrow.fixed {
        fixed += 1
        #expect(value.text == "\(solution[column])")
      }
    }
    #expect(fixed > 100)
  }

  @Test("contradicting sums are noticed")
  func contradiction() throws {
    let terms = [SparseRow.Term(column: 0, coefficient: 1), .init(column: 1, coefficient: 1)]
    let rows = [SparseRow(terms: terms, right: 3), SparseRow(terms: terms, right: 4)]
    let reduced = try #require(RowReduction<Rational<Int>>(rows, columns: 2))
    #expect(!reduced.isConsistent)
  }

  @Test("numbers that outgrow a word are reported, not wrapped")
  func overflow() {
    let large = 1 << 30
    let rows = [
      SparseRow(
        terms: [.init(column: 0, coefficient: large), .init(column: 1, coefficient: 3)], right: 1),
      SparseRow(
        terms: [.init(column: 0, coefficient: 5), .init(column: 1, coefficient: large)], right: 1),
    ]
    #expect(RowReduction<Rational<Int>>(rows, columns: 2) == nil)
    #expect(RowReduction<Rational<Int128>>(rows, columns: 2) != nil)
  }
}
