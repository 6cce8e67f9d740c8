/// A walk over the bytes of a record that may mean something, chunk by chunk.
///
/// All offsets are from the start of the record, so that a chunk may start before it.
@safe
struct StructureWalk {
  /// The offset of the chunk.
  var chunk: Int
  /// What is to be met next, in what was found in the chunk.
  private(set) var next: UnsafeMutablePointer<UInt32>
  /// Where that ends.
  private(set) var limit: UnsafeMutablePointer<UInt32>

  /// A walk before a chunk that starts with the record.
  init(before classes: StructureClasses) {
    chunk = -StructureClasses.chunk
    unsafe next = classes.found
    unsafe limit = classes.found
  }

  /// How much of what was found in the chunk is still to be met.
  var count: Int { unsafe limit - next }

  /// Goes on until something is to be met; false at the end of the text.
  @inline(__always)
  mutating func find(
    in text: UnsafeMutablePointer<UInt8>, _ length: Int, _ classes: StructureClasses
  ) -> Bool {
    while unsafe next == limit {
      chunk &+= StructureClasses.chunk
      if chunk >= length { return false }
      let size = min(StructureClasses.chunk, length &- chunk)
      let count = unsafe classes.search(text + chunk, count: size)
      unsafe next = classes.found
      unsafe limit = next + count
    }
    return true
  }

  /// Takes what was found, and tells its offset.
  @inline(__always)
  mutating func take() -> Int {
    let position = unsafe chunk &+ Int(truncatingIfNeeded: next.pointee)
    unsafe next += 1
    return position
  }
}
