extension ByteSource {
  /// All bytes, for tables that are held in memory whole.
  ///
  /// What no reader would take is not read to its end: more bytes than `limit`, and a line longer than
  /// any record may be, such as a gigabyte without a line end.
  ///
  /// - Throws: ``CSVError`` of kind `cannotRead`, or that of the record that is too long.
  /// - Complexity: O(n); at most `limit` bytes and one piece are held.
  public func whole(limit: Int) throws(CSVError) -> [UInt8] {
    try whole(limit: limit, lineLimit: Dialect().maxRecordBytes)
  }

  /// All bytes, none in a line longer than `lineLimit`.
  func whole(limit: Int, lineLimit: Int) throws(CSVError) -> [UInt8] {
    let file: FileDescriptor
    switch origin {
    case .bytes(let bytes, _): return bytes
    case .descriptor(let descriptor, _): file = FileDescriptor(borrowing: descriptor)
    case .file(let path):
      do throws(SystemFailure) { file = try FileDescriptor(opening: path) } catch {
        throw CSVError.cannotRead(path, error.reason)
      }
    }
    var bytes: [UInt8] = []
    let stamp = file.stamp
    bytes.reserveCapacity(min(stamp?.size ?? 0, limit))
    var piece = [UInt8](repeating: 0, count: ByteStream.pieceBytes)
    var lineBytes = 0
    while true {
      let count: Int
      do throws(SystemFailure) { count = try file.read(into: &piece) } catch {
        throw CSVError.cannotRead(name, error.reason)
      }
      guard count > 0 else {
        if file.stamp != stamp { throw CSVError.changed(name) }
        return bytes
      }
      bytes.append(contentsOf: piece[..<count])
      guard bytes.count <= limit else {
        throw CSVError.cannotRead(
          name,
          "it has more than \(limit) bytes, and only large tidy files and payments are read "
            + "row by row")
      }
      let last = piece[..<count].lastIndex { $0 == 10 || $0 == 13 }
      lineBytes = last.map { count - 1 - $0 } ?? (lineBytes + count)
      if lineBytes > lineLimit { throw Self.tooLong(bytes) }
    }
  }

  /// The error of a table whose last line so far is longer than a record may be.
  private static func tooLong(_ bytes: [UInt8]) -> CSVError {
    do throws(CSVError) {
      var reader = try CSVReader(.bytes(bytes))
      var record = Record()
      while try reader.next(&record) {}
    } catch {
      return error
    }
    return CSVError(.recordTooLarge)
  }
}
