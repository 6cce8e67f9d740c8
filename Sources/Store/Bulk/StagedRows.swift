import CSQLite
import Glibc

/// Rows on their way into a table, laid out on pages as SQLite stores them.
///
/// The fields of `row` are set, then it is appended. When a piece is full it can be taken and given
/// to the `Stage`. Types and missing values are checked as a STRICT table does.
@safe public struct StagedRows: ~Copyable {
  /// The row to be appended next; a field that is not set is NULL.
  public var row: RowBuffer

  /// The digest of the table with these rows, where it was asked for.
  public private(set) var digest: RunningDigest?

  private let columns: [StageColumn]
  private let takes: UnsafeMutablePointer<UInt8>
  private let file: StageFile
  private let page: UnsafeMutablePointer<UInt8>
  private var record: UnsafeMutableRawBufferPointer
  private var leaves: [(page: Int, lastRow: Int)] = []
  private var ready: [StagedPiece] = []
  private var rows = 0
  private var piece = 0
  private var pieceStart: Int
  private var pieceBytes = 0
  private var nextPage: Int
  private let usualBytes: Int

  /// The longest record that stands on a leaf, and the least of a longer one that does.
  private static let longest = StageFile.pageBytes - 35
  private static let least = (StageFile.pageBytes - 12) * 32 / 255 - 23

  init(
    _ file: consuming StageFile, _ columns: [StageColumn], expecting bytes: Int,
    digest: RunningDigest?
  ) {
    row = RowBuffer(count: columns.count)
    unsafe takes = .allocate(capacity: max(1, columns.count))
    for (index, column) in columns.enumerated() {
      unsafe (takes + index).initialize(to: column.takes)
    }
    unsafe page = .allocate(capacity: StageFile.pageBytes)
    unsafe placewise_clear_leaf(page)
    unsafe record = .allocate(byteCount: 4096, alignment: 16)
    nextPage = file.firstPage
    pieceStart = file.firstPage
    // Half of the tables hold what is expected; the others grow, in case that there is more.
    usualBytes = min(max(bytes / (StageFile.tables / 2), 1 << 21), 1 << 26)
    self.columns = columns
    self.file = file
    self.digest = digest
  }

  deinit {
    unsafe takes.deallocate()
    unsafe page.deallocate()
    unsafe record.deallocate()
  }

  /// Appends the row as set, and begins the next with every field NULL.
  ///
  /// - Throws: a `StoreError` where a column does not take its field, or where there is no room on
  ///   the disk.
  public mutating func append() throws(StoreError) {
    let count = Int32(columns.count)
    let room = unsafe placewise_record_room(row.fields, count)
    if unsafe room > record.count { grow(to: room) }
    guard let start = unsafe record.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    let length = unsafe Int(placewise_put_record(start, row.fields, takes, count))
    guard length >= 0 else { throw columns[-1 - length].refusal }
    try unsafe place(start, length)
    unsafe digest?.add(row.fields, takes, columns.count)
    row.clear()
  }

  /// True where a piece is to be taken.
  public var hasPiece: Bool { !ready.isEmpty }

  /// A piece that is full, once.
  public mutating func takePiece() -> StagedPiece? {
    ready.isEmpty ? nil : ready.removeFirst()
  }

  /// Ends the piece that was begun; its last rows are in the piece to be taken.
  public mutating func finish() throws(StoreError) {
    guard rows > 0 else { return }
    if leaves.isEmpty {
      try write(at: file.roots[piece])
      endPiece()
    } else {
      try flush()
      try endTree()
    }
  }

  private mutating func place(
    _ start: UnsafeMutablePointer<UInt8>, _ length: Int
  ) throws(StoreError) {
    guard piece < file.roots.count else { throw Self.tooMany }
    var (local, rest) = (length, 0)
    if length > Self.longest {
      local = Self.least + (length - Self.least) % (StageFile.pageBytes - 4)
      if local > Self.longest { local = Self.least }
      rest = try unsafe writeRest(start + local, length - local)
    }
    while unsafe placewise_add_to_leaf(
      page, UInt64(rows + 1), start, length, local, UInt32(rest)) == 0
    {
      try flush()
      // A long row belongs to the piece that its rest was written for.
      if pieceBytes >= mostBytes, leaves.count > 1, rest == 0 { try endTree() }
    }
    rows += 1
  }

  /// Pieces behind the usual ones double, up to what one page above the leaves can hold.
  private var mostBytes: Int {
    let doublings = min(max(0, piece - StageFile.tables / 2), 7)
    return min(usualBytes << doublings, 1 << 28)
  }

  private mutating func flush() throws(StoreError) {
    let number = try takePage()
    try write(at: number)
    leaves.append((number, rows))
    unsafe placewise_clear_leaf(page)
  }

  private mutating func endTree() throws(StoreError) {
    guard let last = leaves.last else { return }
    for leaf in leaves.dropLast() {
      unsafe placewise_add_to_interior(page, UInt32(leaf.page), UInt64(leaf.lastRow))
    }
    unsafe placewise_end_interior(page, UInt32(last.page))
    try write(at: file.roots[piece])
    endPiece()
  }

  private mutating func endPiece() {
    let (start, end) = (pieceStart - 1, nextPage - 1)
    ready.append(
      StagedPiece(
        table: "p\(piece)", rows: rows,
        bytes: start * StageFile.pageBytes..<end * StageFile.pageBytes))
    unsafe placewise_clear_leaf(page)
    leaves.removeAll(keepingCapacity: true)
    pieceStart = nextPage
    pieceBytes = 0
    rows = 0
    piece += 1
  }

  private static var tooMany: StoreError {
    StoreError(code: .full, message: "there are more rows than can be stored at once")
  }

  private mutating func takePage() throws(StoreError) -> Int {
    if nextPage == StageFile.lockPage { nextPage += 1 }
    guard nextPage <= file.pages else { throw Self.tooMany }
    pieceBytes += StageFile.pageBytes
    nextPage += 1
    return nextPage - 1
  }

  private func write(at number: Int) throws(StoreError) {
    let offset = Int64((number - 1) * StageFile.pageBytes)
    let code = unsafe placewise_write_at(file.descriptor, page, StageFile.pageBytes, offset)
    guard code == 0 else { throw StageFile.failure() }
  }

  /// Writes what does not fit on a leaf on pages of its own, and returns the first.
  private mutating func writeRest(
    _ start: UnsafeMutablePointer<UInt8>, _ length: Int
  ) throws(StoreError) -> Int {
    let most = StageFile.pageBytes - 4
    let first = try takePage()
    var (number, done) = (first, 0)
    while done < length {
      let count = min(most, length - done)
      let next = done + count < length ? try takePage() : 0
      let offset = (number - 1) * StageFile.pageBytes
      try StageFile.write([UInt32(next).bigEndian], at: offset, to: file.descriptor)
      let code = unsafe placewise_write_at(
        file.descriptor, start + done, count, Int64(offset + 4))
      guard code == 0 else { throw StageFile.failure() }
      number = next
      done += count
    }
    return first
  }

  private mutating func grow(to room: Int) {
    unsafe record.deallocate()
    unsafe record = .allocate(byteCount: max(room, 2 * record.count), alignment: 16)
  }
}

@available(*, unavailable)
extension StagedRows: Sendable {}
