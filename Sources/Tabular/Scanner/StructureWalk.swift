/// Walks over the bytes of a window that may mean something: delimiters, quotes, CR and LF.
///
/// Sixteen bytes at a time are compared with each of the four. Swift has no instruction for
/// "one bit from every byte", so the comparison leaves a 1 in each byte that is one of them, and a
/// multiplication gathers eight of these into one byte: with the bits of the factor seven apart,
/// byte i lands on bit 56 + i, and nothing else lands there. Wider vectors are not lowered well
/// by the compiler and are many times slower.
@safe
struct StructureWalk {
  /// What is left of a block when a record ends inside it.
  struct Rest {
    var block: Int
    var mask: UInt64
  }

  private let base: UnsafeMutablePointer<UInt8>
  private let end: Int
  private let delimiter: SIMD16<UInt8>
  private let quote: SIMD16<UInt8>
  private(set) var rest: Rest

  @inline(__always)
  init(
    base: UnsafeMutablePointer<UInt8>, end: Int, delimiter: UInt8, quote: UInt8, from start: Int,
    _ saved: Rest?
  ) {
    unsafe self.base = base
    self.end = end
    self.delimiter = SIMD16(repeating: delimiter)
    self.quote = SIMD16(repeating: quote)
    rest = saved ?? Rest(block: start, mask: 0)
    if saved == nil && start < end { rest.mask = mask(at: start) }
  }

  /// The offset of the next such byte; nil at the end of the window.
  @inline(__always)
  mutating func next() -> Int? {
    while rest.mask == 0 {
      rest.block += 64
      if rest.block >= end { return nil }
      rest.mask = mask(at: rest.block)
    }
    let position = rest.block + rest.mask.trailingZeroBitCount
    rest.mask &= rest.mask &- 1
    return position
  }

  /// One bit for each of 64 bytes.
  @inline(__always)
  private func mask(at block: Int) -> UInt64 {
    var mask = bits(at: block)
    mask |= bits(at: block + 16) << 16
    mask |= bits(at: block + 32) << 32
    mask |= bits(at: block + 48) << 48
    let count = end - block
    return count < 64 ? mask & (1 << UInt64(count) - 1) : mask
  }

  /// One bit for each of 16 bytes.
  @inline(__always)
  private func bits(at offset: Int) -> UInt64 {
    let bytes = unsafe UnsafeRawPointer(base + offset).loadUnaligned(as: SIMD16<UInt8>.self)
    let found =
      bytes .== delimiter .| bytes .== quote .| bytes .== SIMD16(repeating: 10)
      .| bytes .== SIMD16(repeating: 13)
    let ones = SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: found)
    let words = unsafe unsafeBitCast(ones, to: SIMD2<UInt64>.self)
    // The product gathers the lowest bits of eight bytes in its highest byte, in order.
    let gather: UInt64 = 0x0102_0408_1020_4080
    return (words[0] &* gather) >> 56 | ((words[1] &* gather) >> 56) << 8
  }
}
