import Testing

@testable import Disclosure

@Suite("Exact numbers")
struct RationalTests {
  @Test("fractions are in lowest terms with the sign above")
  func lowestTerms() {
    #expect(Rational<Int>(168, over: 10).text == "84/5")
    #expect(Rational<Int>(6, over: -4).text == "-3/2")
    #expect(Rational<Int>(0, over: -7).text == "0")
  }

  @Test("a narrow fraction agrees with a wide one, or says that it does not fit")
  func narrowAgreesWithWide() {
    var generator = SeededGenerator(seed: 1)
    var fitting = 0
    for _ in 0..<2_000 {
      let parts = (0..<6).map { _ in Int8.random(in: -50...50, using: &generator) }
      let below = parts.map { $0 == 0 ? 1 : $0 }
      let narrow = Rational<Int8>(parts[0], over: below[1])
        .subtracting(.init(parts[2], over: below[3]), times: .init(parts[4], over: below[5]))
      let wide = Rational<Int>(Int(parts[0]), over: Int(below[1]))
        .subtracting(
          .init(Int(parts[2]), over: Int(below[3])),
          times: .init(Int(parts[4]), over: Int(below[5])))
      guard narrow.isValid else { continue }
      fitting += 1
      #expect(narrow.text == wide.text)
    }
    #expect(fitting > 100 && fitting < 2_000)
  }

  @Test("what did not fit stays invalid")
  func invalidStaysInvalid() {
    let largest = Rational<Int>(whole: .max)
    let spilt = largest.subtracting(largest, times: largest)
    #expect(!spilt.isValid)
    #expect(!spilt.subtracting(.zero, times: .zero).isValid)
    #expect(!spilt.divided(by: largest).isValid)
    #expect(!Rational<Int>(whole: 1).divided(by: .zero).isValid)
  }

  @Test("the prime field obeys the laws of a field")
  func primeField() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let a = PrimeField(whole: .random(in: .min ... .max, using: &generator))
      let b = PrimeField(whole: .random(in: 1 ... .max, using: &generator))
      #expect(a.subtracting(b, times: a.divided(by: b)).isZero)
      #expect(a.subtracting(PrimeField(whole: 1), times: a).isZero)
    }
    #expect(
      PrimeField(whole: -5).subtracting(PrimeField(whole: -1), times: PrimeField(whole: 5)).isZero)
  }

  @Test(
    "a number is read as the decimal it is written as",
    arguments: [
      (16.8, 168, 1), (100.0, 100, 0), (-0.05, -5, 2), (1e16, 10_000_000_000_000_000, 0),
      (2.5e-7, 25, 8), (0, 0, 0), (462.3, 4623, 1),
    ])
  func decimals(number: Double, digits: Int, places: Int) {
    let decimal = ExactDecimal(number)
    #expect(decimal?.digits == digits)
    #expect(decimal?.places == places)
  }

  @Test(
    "a number too long for a machine word is refused", arguments: [1e300, 1e-30, .infinity, .nan])
  func longDecimals(number: Double) {
    #expect(ExactDecimal(number) == nil)
  }
}
