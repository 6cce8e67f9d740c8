/// Finds the bytes that may mean something: delimiters, quotes, CR and LF.
///
/// Sixteen bytes at a time are compared with each of the four. Swift has no instruction for
/// "one bit from every byte", so the comparison leaves a 1 in each byte that is one of them, and a
/// multiplication gathers eight of these into one byte: with the bits of the factor seven apart,
/// byte i lands on bit 56 + i, and nothing else lands there. Wider vectors are not lowered well
/// by the compiler and are many times slower.
final class StructureClasses {
  private let delimiter: SIMD16<UInt8>
  private let quote: SIMD16<UInt8>
  private let newline = SIMD16<UInt8>(repeating: 10)
  private let carriageReturn = SIMD16<UInt8>(repeating: 13)

  init(delimiter: UInt8, quote: UInt8) {
    self.delimiter = SIMD16(repeating: delimiter)
    self.quote = SIMD16(repeating: quote)
  }

  /// One bit for each of 64 bytes; all 64 must be readable, those from `count` on do not matter.
  @inline(never)
  func mask(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) -> UInt64 {
    let low = unsafe bits(bytes) | bits(bytes + 16) &<< 16
    let high = unsafe bits(bytes + 32) | bits(bytes + 48) &<< 16
    let mask = low | high &<< 32
    return count < 64 ? mask & ((1 &<< UInt64(truncatingIfNeeded: count)) &- 1) : mask
  }

  /// One bit for each of 16 bytes.
  @inline(__always)
  private func bits(_ pointer: UnsafeMutablePointer<UInt8>) -> UInt64 {
    let bytes = unsafe UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<UInt8>.self)
    // One comparison to a line: in one long expression the compiler picks generic operators.
    let isDelimiter: SIMDMask<SIMD16<Int8>> = bytes .== delimiter
    let isQuote: SIMDMask<SIMD16<Int8>> = bytes .== quote
    let isNewline: SIMDMask<SIMD16<Int8>> = bytes .== newline
    let isReturn: SIMDMask<SIMD16<Int8>> = bytes .== carriageReturn
    let isAny = (isDelimiter .| isQuote) .| (isNewline .| isReturn)
    let flags = unsafe unsafeBitCast(isAny, to: SIMD2<UInt64>.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let gather: UInt64 = 0x0102_0408_1020_4080
    let low = ((flags[0] & ones) &* gather) &>> 56
    let high = ((flags[1] & ones) &* gather) &>> 56
    return low | high &<< 8
  }
}
