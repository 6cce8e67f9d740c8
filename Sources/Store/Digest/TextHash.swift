import Glibc

/// Numbers by which texts are found again in memory, eight bytes at a time.
///
/// They are the same in every run, but not fit to be stored: only equal texts surely have the same.
public enum TextHash {
  /// The number of a text.
  @inline(__always)
  public static func of(_ text: Span<UInt8>) -> UInt64 {
    unsafe text.withUnsafeBytes { bytes in
      var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9e37_79b9_7f4a_7c15
      guard let start = bytes.baseAddress else { return hash }
      var at = 0
      while at &+ 8 <= bytes.count {
        let word = unsafe start.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        hash = mixed(hash ^ word)
        at &+= 8
      }
      if at < bytes.count {
        let word = unsafe rest(start + at, bytes.count &- at)
        hash = mixed(hash ^ word)
      }
      return hash
    }
  }

  /// True where two texts are the same.
  @inline(__always)
  public static func isSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe left.withUnsafeBytes { one in
      unsafe right.withUnsafeBytes { other in
        guard let first = one.baseAddress, let second = other.baseAddress else { return true }
        return unsafe memcmp(first, second, one.count) == 0
      }
    }
  }

  /// The last bytes of a text, fewer than eight.
  @inline(__always)
  private static func rest(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<count {
      word |= unsafe UInt64(start.load(fromByteOffset: index, as: UInt8.self)) &<< (8 &* index)
    }
    return word
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xff51_afd7_ed55_8ccd)
    return product.high ^ product.low
  }
}
