/// How a record leaves the window: its text, where its fields stand, and its quotes halved.
extension ByteScanner {
  /// Copies a short text faster than a call does; both sides have room for a block more.
  @inline(__always)
  static func copyBlocks(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawBufferPointer
  ) {
    guard let target = target.baseAddress else { return }
    var offset = 0
    repeat {
      let block = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
      unsafe target.storeBytes(of: block, toByteOffset: offset, as: SIMD32<UInt8>.self)
      offset &+= 32
    } while offset < count
  }

  /// Copies where the fields of the record last found stand.
  @inline(__always)
  func takeFields(into record: inout Record) {
    record.count = fieldCount
    if record.fields.count < fieldCount &+ 4 {
      record.fields = Array(repeating: FieldBounds(0, 0), count: fieldCount &+ 8)
    }
    guard let first = unsafe fields.baseAddress else { return }
    let source = UnsafeRawPointer(first)
    let count = fieldCount &* MemoryLayout<FieldBounds>.size
    unsafe record.fields.withUnsafeMutableBytes { unsafe Self.copyBlocks(source, count, to: $0) }
  }

  /// Puts the fields that have doubled quotes, these halved, behind the text of the record.
  @inline(never)
  func halveQuotes(in record: inout Record) {
    let text = unsafe UnsafePointer(base + start)
    var index = 0
    while index < escapes.count {
      let field = escapes[index].field
      let bounds = record.fields[Int(field)]
      let from = record.usedCount
      var position = Int(bounds.start)
      while index < escapes.count && escapes[index].field == field {
        let escape = Int(escapes[index].position)
        unsafe Self.append(text + position, escape - position, to: &record)
        position = escape + 1
        index += 1
      }
      unsafe Self.append(text + position, Int(bounds.end) - position, to: &record)
      record.fields[Int(field)] = FieldBounds(from, record.usedCount)
    }
  }

  private static func append(
    _ text: UnsafePointer<UInt8>, _ count: Int, to record: inout Record
  ) {
    let used = record.usedCount
    unsafe record.bytes.withUnsafeMutableBytes { target in
      unsafe target.baseAddress?.advanced(by: used).copyMemory(from: text, byteCount: count)
    }
    record.usedCount = used + count
  }
}
