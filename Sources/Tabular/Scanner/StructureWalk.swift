/// A walk over the bytes of a record that may mean something, block by block of 64.
///
/// All offsets are from the start of the record, so that a block may start before it.
struct StructureWalk {
  /// The offset of the block before the one that starts with the record.
  static let none = StructureWalk(block: -64, mask: 0)

  /// The offset of the block.
  var block: Int
  /// One bit for each byte of the block that is still to be met.
  var mask: UInt64

  /// Goes on until something is to be met; false at the end of the text.
  @inline(__always)
  mutating func find(
    in text: UnsafeMutablePointer<UInt8>, _ length: Int, _ classes: StructureClasses
  ) -> Bool {
    while mask == 0 {
      block &+= 64
      if block >= length { return false }
      mask = unsafe classes.mask(text + block, count: length &- block)
    }
    return true
  }

  /// Takes what was found, and tells its offset.
  @inline(__always)
  mutating func take() -> Int {
    let position = block &+ mask.trailingZeroBitCount
    mask &= mask &- 1
    return position
  }
}
