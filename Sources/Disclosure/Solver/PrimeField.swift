/// A whole number modulo the prime 2^61 - 1: exact elimination that can never overflow.
///
/// It stands in for fractions that outgrow every machine word. Which cells the equations fix depends
/// only on which minors are nought, and a minor that is not nought is a multiple of this prime with a
/// chance of about one in 10^18.
struct PrimeField: Sendable, Hashable {
  /// The residue, in 0..<prime.
  let residue: UInt64

  private static let prime: UInt64 = (1 << 61) - 1

  private init(residue: UInt64) { self.residue = residue }

  private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    // 2^61 = 1 in this field: the product's upper part is added to its lower 61 bits.
    let folded = (low & prime) + ((high << 3) | (low >> 61))
    return folded >= prime ? folded - prime : folded
  }

  private static func inverse(_ a: UInt64) -> UInt64 {
    var result: UInt64 = 1
    var base = a
    var exponent = prime - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}

extension PrimeField: ReductionScalar {
  static var zero: PrimeField { PrimeField(residue: 0) }

  init(whole: Int) {
    let magnitude = UInt64(whole.magnitude) % Self.prime
    residue = whole < 0 && magnitude > 0 ? Self.prime - magnitude : magnitude
  }

  var isZero: Bool { residue == 0 }

  var isValid: Bool { true }

  var approximation: Double { Double(residue) }

  func subtracting(_ factor: PrimeField, times other: PrimeField) -> PrimeField {
    let product = Self.product(factor.residue, other.residue)
    return PrimeField(
      residue: residue >= product ? residue - product : residue + Self.prime - product)
  }

  func divided(by divisor: PrimeField) -> PrimeField {
    PrimeField(residue: Self.product(residue, Self.inverse(divisor.residue)))
  }
}
