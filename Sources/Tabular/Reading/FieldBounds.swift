/// Where a field's text stands in the bytes of its record.
@usableFromInline
struct FieldBounds: Sendable {
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  @inline(__always)
  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }
}
