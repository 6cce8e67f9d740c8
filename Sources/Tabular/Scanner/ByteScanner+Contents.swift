import Glibc

/// What the window holds, whatever it means.
extension ByteScanner {
  /// A copy of part of the window.
  func copy(_ range: Range<Int>) -> [UInt8] {
    let part = unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    return unsafe Array(part)
  }

  /// Lets `body` look at part of the window.
  func withBytes<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    body(unsafe Span(_unsafeStart: base + range.lowerBound, count: range.count))
  }

  /// How far from its start a part of the window is surely ASCII without NUL: whole blocks of 64
  /// bytes, or all of it.
  func endOfPlain(_ range: Range<Int>) -> Int {
    var position = range.lowerBound
    let zero = SIMD16<Int8>(repeating: 0)
    while position &+ 64 <= range.upperBound {
      let bytes = unsafe UnsafeRawPointer(base + position)
      // As signed numbers, all that are not ASCII are less than zero.
      let first = unsafe bytes.loadUnaligned(as: SIMD16<Int8>.self) .> zero
      let second = unsafe bytes.loadUnaligned(fromByteOffset: 16, as: SIMD16<Int8>.self) .> zero
      let third = unsafe bytes.loadUnaligned(fromByteOffset: 32, as: SIMD16<Int8>.self) .> zero
      let fourth = unsafe bytes.loadUnaligned(fromByteOffset: 48, as: SIMD16<Int8>.self) .> zero
      let isPlain: SIMDMask<SIMD16<Int8>> = (first .& second) .& (third .& fourth)
      let words = unsafe unsafeBitCast(isPlain, to: SIMD2<UInt64>.self)
      if words[0] & words[1] != .max { return position }
      position &+= 64
    }
    let block = position
    while position < range.upperBound {
      let byte = unsafe base[position]
      if byte == 0 || byte >= 0x80 { return block }
      position += 1
    }
    return position
  }

  /// True when part of the window holds a NUL.
  func hasNUL(_ range: Range<Int>) -> Bool {
    unsafe memchr(base + range.lowerBound, 0, range.count) != nil
  }
}
