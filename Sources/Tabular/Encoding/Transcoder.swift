/// Turns the bytes of a file that is not UTF-8 into UTF-8, a piece at a time.
struct Transcoder {
  /// The byte of the file that stands for nothing, as an offset; nil while all is well.
  private(set) var firstBad: Int?
  /// How much of `output` had been written when the bad byte was met.
  private(set) var outputAtBad = 0

  private let page: [UInt16]
  private let isLittleEndian: Bool
  private var held: [UInt8] = []
  private var output: [UInt8] = []

  init(_ encoding: TextEncoding) {
    page = CodePage(encoding)?.scalars ?? []
    isLittleEndian = encoding == .utf16le
  }

  /// Decodes bytes, the first of which is byte `offset` of the file.
  ///
  /// What stands for nothing becomes U+FFFD, and is remembered. `isLast` says that no more bytes
  /// will come.
  mutating func decode(_ bytes: Span<UInt8>, from offset: Int, isLast: Bool) -> [UInt8] {
    output.removeAll(keepingCapacity: true)
    if page.isEmpty {
      decodeUnits(bytes, from: offset, isLast: isLast)
    } else {
      decodePage(bytes, from: offset)
    }
    return output
  }

  private mutating func decodePage(_ bytes: Span<UInt8>, from offset: Int) {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        output.append(byte)
      } else {
        let scalar = page[Int(byte)]
        if scalar == CodePage.undefined { offend(at: offset + index) }
        append(UInt32(scalar))
      }
    }
  }

  private mutating func decodeUnits(_ bytes: Span<UInt8>, from offset: Int, isLast: Bool) {
    var first = offset - held.count
    for index in bytes.indices {
      held.append(bytes[index])
      if held.count & 1 == 1 { continue }
      let unit = unit(at: held.count - 2)
      if held.count == 4 {
        if unit & 0xFC00 == 0xDC00 {
          append(0x10000 + (self.unit(at: 0) & 0x3FF) << 10 + unit & 0x3FF)
          held.removeAll(keepingCapacity: true)
          first += 4
          continue
        }
        // A high surrogate without its other half; the unit after it stands for itself.
        offend(at: first)
        append(0xFFFD)
        held.removeFirst(2)
        first += 2
      }
      if unit & 0xFC00 == 0xD800 { continue }
      if unit & 0xFC00 == 0xDC00 { offend(at: first) }
      append(unit & 0xFC00 == 0xDC00 ? 0xFFFD : unit)
      held.removeAll(keepingCapacity: true)
      first += 2
    }
    if isLast && !held.isEmpty { offend(at: first) }
  }

  private func unit(at index: Int) -> UInt32 {
    let (one, two) = (UInt32(held[index]), UInt32(held[index + 1]))
    return isLittleEndian ? two << 8 | one : one << 8 | two
  }

  private mutating func offend(at offset: Int) {
    guard firstBad == nil else { return }
    firstBad = offset
    outputAtBad = output.count
  }

  private mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      output.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      if scalar < 0x10000 {
        output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
