/// Numbers by which texts are found again in memory, sixteen bytes at a time.
///
/// They are the same in every run, but not fit to be stored: only equal texts surely have the same.
public enum TextHash {
  /// The number of a text.
  @inlinable
  public static func of(_ text: Span<UInt8>) -> UInt64 {
    unsafe text.withUnsafeBytes { bytes in
      let count = bytes.count
      var hash = UInt64(truncatingIfNeeded: count) &* 0x9e37_79b9_7f4a_7c15
      guard count > 0, let start = bytes.baseAddress else { return hash }
      guard count >= 8 else { return unsafe mixed(hash ^ short(start, count), first) }
      var at = 0
      while at &+ 16 < count {
        hash = unsafe mixed(hash ^ word(start, at), word(start, at &+ 8) ^ second)
        at &+= 16
      }
      // The last of them may have been taken in part already, which does no harm.
      let last = unsafe word(start, count &- 8)
      return unsafe mixed(hash ^ word(start, count < 16 ? 0 : count &- 16), last ^ first)
    }
  }

  /// True where two texts are the same.
  @inlinable
  @inline(__always)
  public static func isSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let count = left.count
    guard count == right.count else { return false }
    return unsafe left.withUnsafeBytes { one in
      unsafe right.withUnsafeBytes { other in
        guard let one = one.baseAddress, let other = other.baseAddress else { return true }
        guard count >= 8 else {
          return unsafe count == 0 || short(one, count) == short(other, count)
        }
        var difference = unsafe word(one, count &- 8) ^ word(other, count &- 8)
        if count <= 16 {
          difference |= unsafe word(one, 0) ^ word(other, 0)
          return difference == 0
        }
        // No answer before the end: which part differs is hard for the processor to guess.
        var at = 0
        while at &+ 16 < count {
          difference |= unsafe word(one, at) ^ word(other, at)
          difference |= unsafe word(one, at &+ 8) ^ word(other, at &+ 8)
          at &+= 16
        }
        difference |= unsafe word(one, count &- 16) ^ word(other, count &- 16)
        return difference == 0
      }
    }
  }

  @inlinable static var first: UInt64 { 0xff51_afd7_ed55_8ccd }
  @inlinable static var second: UInt64 { 0xc2b2_ae3d_27d4_eb4f }

  @inlinable
  @inline(__always)
  static func word(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The bytes of a text of one to seven, all in one number.
  @inlinable
  @inline(__always)
  static func short(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let first = unsafe start.loadUnaligned(as: UInt32.self)
      let last = unsafe start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) &<< 32
    }
    let first = unsafe start.load(as: UInt8.self)
    let middle = unsafe start.load(fromByteOffset: count &>> 1, as: UInt8.self)
    let last = unsafe start.load(fromByteOffset: count &- 1, as: UInt8.self)
    return UInt64(first) | UInt64(middle) &<< 8 | UInt64(last) &<< 16
  }

  @inlinable
  @inline(__always)
  static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}
