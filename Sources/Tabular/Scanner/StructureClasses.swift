#if arch(x86_64)
  import _Builtin_intrinsics.intel.sse2
#endif

/// Finds the bytes that may mean something: delimiters, quotes, CR and LF.
///
/// Sixteen bytes at a time are compared with each of the four. Swift has no instruction for
/// "one bit from every byte", so four comparisons of sixteen are laid over each other, two bits of
/// every byte apart, and the bits are transposed. Wider vectors are not lowered well by the
/// compiler and are many times slower.
///
/// It is no object, because counting references to it costs more than a record; whoever makes
/// it has to call ``deallocate()`` in the end.
@safe
struct StructureClasses {
  /// How many bytes are searched at a time: few enough to stay near the processor.
  static let chunk = 4096

  /// Where the bytes found stand in the chunk last searched.
  let found: UnsafeMutablePointer<UInt32>

  private let delimiter: UInt8
  private let quote: UInt8

  /// Positions are written several at a time, so that some stand behind the last one.
  private static let slack = 64

  init(delimiter: UInt8, quote: UInt8) {
    self.delimiter = delimiter
    self.quote = quote
    unsafe found = .allocate(capacity: Self.chunk + Self.slack)
  }

  func deallocate() {
    unsafe found.deallocate()
  }

  /// Writes down where the bytes that may mean something stand, and tells how many there are.
  ///
  /// All blocks of 64 that hold some of the `count` bytes must be readable.
  @inline(never)
  func search(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    let delimiters = SIMD16<UInt8>(repeating: delimiter)
    let quotes = SIMD16<UInt8>(repeating: quote)
    var target = unsafe found
    var block = 0
    while block < count {
      var mask = unsafe Self.mask(bytes + block, delimiters, quotes)
      let rest = count &- block
      if rest < 64 { mask &= (1 &<< UInt64(truncatingIfNeeded: rest)) &- 1 }
      let matches = mask.nonzeroBitCount
      unsafe Self.write(mask, block, target, matches)
      unsafe target += matches
      block &+= 64
    }
    return unsafe target - found
  }

  /// Writes the positions of the bits of a mask, several at a time.
  ///
  /// How many there are is hard for the processor to guess, and a wrong guess costs more than
  /// writing too many.
  @inline(__always)
  private static func write(
    _ mask: UInt64, _ block: Int, _ target: UnsafeMutablePointer<UInt32>, _ count: Int
  ) {
    var mask = mask
    let first = UInt32(truncatingIfNeeded: block)
    unsafe write(6, &mask, first, target)
    if count <= 6 { return }
    unsafe write(10, &mask, first, target + 6)
    var written = 16
    while written < count {
      unsafe write(8, &mask, first, target + written)
      written &+= 8
    }
  }

  @inline(__always)
  private static func write(
    _ count: Int, _ mask: inout UInt64, _ first: UInt32, _ target: UnsafeMutablePointer<UInt32>
  ) {
    // With its top bit set the mask is never zero, which saves a test for that.
    let top: UInt64 = 1 &<< 63
    for index in 0..<count {
      let bit = UInt32(truncatingIfNeeded: (mask | top).trailingZeroBitCount)
      unsafe target[index] = first &+ bit
      mask &= mask &- 1
    }
  }

  #if arch(x86_64)
    /// One bit for each of 64 bytes.
    @inline(__always)
    private static func mask(
      _ bytes: UnsafeMutablePointer<UInt8>, _ delimiters: SIMD16<UInt8>, _ quotes: SIMD16<UInt8>
    ) -> UInt64 {
      let first = unsafe bits(bytes, delimiters, quotes)
      let second = unsafe bits(bytes + 16, delimiters, quotes)
      let third = unsafe bits(bytes + 32, delimiters, quotes)
      let fourth = unsafe bits(bytes + 48, delimiters, quotes)
      return first | second &<< 16 | third &<< 32 | fourth &<< 48
    }

    @inline(__always)
    private static func bits(
      _ bytes: UnsafeMutablePointer<UInt8>, _ delimiters: SIMD16<UInt8>, _ quotes: SIMD16<UInt8>
    ) -> UInt64 {
      let flags = unsafe flags(bytes, delimiters, quotes)
      let signs = unsafe _mm_movemask_epi8(unsafeBitCast(flags, to: SIMD2<Int64>.self))
      return UInt64(UInt32(bitPattern: signs))
    }
  #else
    /// One bit for each of 64 bytes.
    @inline(__always)
    private static func mask(
      _ bytes: UnsafeMutablePointer<UInt8>, _ delimiters: SIMD16<UInt8>, _ quotes: SIMD16<UInt8>
    ) -> UInt64 {
      let bit0 = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
      let bit2 = SIMD2<UInt64>(repeating: 0x0404_0404_0404_0404)
      let bit4 = SIMD2<UInt64>(repeating: 0x1010_1010_1010_1010)
      let bit6 = SIMD2<UInt64>(repeating: 0x4040_4040_4040_4040)
      let first = unsafe flags(bytes, delimiters, quotes) & bit0
      let second = unsafe flags(bytes + 16, delimiters, quotes) & bit2
      let third = unsafe flags(bytes + 32, delimiters, quotes) & bit4
      let fourth = unsafe flags(bytes + 48, delimiters, quotes) & bit6
      var rows = (first | second) | (third | fourth)
      // Pairs of bytes become one, two bits from each of the four comparisons in it.
      let pairs = SIMD2<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
      rows = (rows | (rows &>> SIMD2(repeating: 7))) & pairs
      // Four by four of these pairs of bits are transposed.
      let odd = SIMD2<UInt64>(repeating: 0x0000_00CC_0000_00CC)
      rows = swap(rows, SIMD2(repeating: 14), odd)
      let upper = SIMD2<UInt64>(repeating: 0x0000_0000_00F0_00F0)
      rows = swap(rows, SIMD2(repeating: 28), upper)
      return rows[0] | rows[1] &<< 8
    }

    /// Exchanges the bits under a mask with those some places higher.
    @inline(__always)
    private static func swap(
      _ rows: SIMD2<UInt64>, _ distance: SIMD2<UInt64>, _ mask: SIMD2<UInt64>
    ) -> SIMD2<UInt64> {
      let differences = (rows ^ (rows &>> distance)) & mask
      let higher = differences &<< distance
      return rows ^ differences ^ higher
    }

  #endif

  /// All bits of each of 16 bytes that may mean something.
  @inline(__always)
  private static func flags(
    _ pointer: UnsafeMutablePointer<UInt8>, _ delimiters: SIMD16<UInt8>, _ quotes: SIMD16<UInt8>
  ) -> SIMD2<UInt64> {
    let bytes = unsafe UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<UInt8>.self)
    // One comparison to a line: in one long expression the compiler picks generic operators.
    let isDelimiter: SIMDMask<SIMD16<Int8>> = bytes .== delimiters
    let isQuote: SIMDMask<SIMD16<Int8>> = bytes .== quotes
    let isNewline: SIMDMask<SIMD16<Int8>> = bytes .== SIMD16<UInt8>(repeating: 10)
    let isReturn: SIMDMask<SIMD16<Int8>> = bytes .== SIMD16<UInt8>(repeating: 13)
    let isAny = (isDelimiter .| isQuote) .| (isNewline .| isReturn)
    return unsafe unsafeBitCast(isAny, to: SIMD2<UInt64>.self)
  }
}
