/// Where a field's text stands in the bytes of its record.
struct FieldBounds: Sendable {
  var start: UInt32
  var end: UInt32
}
