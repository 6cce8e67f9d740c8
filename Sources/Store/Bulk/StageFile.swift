import CSQLite
import Glibc

/// The file beside a database in which rows are laid out before they are stored.
///
/// It is a database itself, of many tables of one shape. SQLite makes it; the pages of the rows are
/// written later, each before SQLite first reads it. So that SQLite lets them be read, the file says
/// from the beginning that it is long; what is not written takes no room on the disk. Its name goes
/// as soon as SQLite has opened it, so nothing of it is left when the program is killed.
struct StageFile: ~Copyable {
  /// How many tables there are, and the pages that their trees begin on.
  static let tables = 64
  static let pageBytes = Int(PLACEWISE_PAGE_BYTES)
  /// SQLite's locks lie on this page, which holds nothing.
  static let lockPage = 0x4000_0000 / pageBytes + 1

  let path: String
  let descriptor: Int32
  let roots: [Int]
  /// The first page that nothing stands on.
  let firstPage: Int
  /// How many pages the file says that it has.
  let pages: Int

  /// Makes the file for tables with the columns of `body`, the part of a CREATE TABLE behind its
  /// name.
  init(beside path: String, body: String) throws {
    // A run that was killed just here has left a file; one that cannot be removed does no harm.
    _ = try? Leftovers.clear(in: Aside.folder(of: path), onlyAside: true)
    let made = try Aside.make(beside: path) { name in
      unsafe placewise_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    }
    do {
      let (roots, firstPage) = try Self.lay(made.path, body)
      let pages = try Self.lengthen(made.descriptor, made.path)
      try Self.write([UInt32(pages).bigEndian], at: 28, to: made.descriptor)
      self.path = made.path
      descriptor = made.descriptor
      self.roots = roots
      self.firstPage = firstPage
      self.pages = pages
    } catch {
      unsafe unlink(made.path)
      close(made.descriptor)
      throw error
    }
  }

  deinit {
    close(descriptor)
  }

  /// Takes the name away; who has opened the file keeps it.
  func unlinkName() { unsafe unlink(path) }

  /// Lets SQLite make the tables.
  private static func lay(_ path: String, _ body: String) throws -> ([Int], Int) {
    var options = ConnectionOptions()
    options.pageSize = pageBytes
    options.isAside = true
    let connection = try Connection(path: path, mode: .create, options: options)
    try connection.execute("PRAGMA auto_vacuum = 0; BEGIN")
    for table in 0..<tables { try connection.execute("CREATE TABLE p\(table) \(body)") }
    try connection.commit()
    let statement = try connection.prepare("SELECT rootpage FROM sqlite_schema ORDER BY rowid")
    var roots: [Int] = []
    while try statement.step() { roots.append(statement.int(0)) }
    return (roots, try connection.number("PRAGMA page_count") + 1)
  }

  /// Makes the file as long as it may be, and returns how many pages that is.
  private static func lengthen(_ descriptor: Int32, _ path: String) throws -> Int {
    var pages = 1 << 20
    while ftruncate(descriptor, pages * pageBytes) != 0 {
      // A limit on the size of files: less will do.
      guard errno == EFBIG, pages > 1 << 10 else {
        throw FileError(operation: "write", path: path, number: errno)
      }
      pages /= 2
    }
    return pages
  }

  static func write(
    _ words: [UInt32], at offset: Int, to descriptor: Int32
  ) throws(StoreError) {
    let code = unsafe words.withUnsafeBytes { bytes in
      unsafe placewise_write_at(descriptor, bytes.baseAddress, bytes.count, Int64(offset))
    }
    guard code == 0 else { throw failure() }
  }

  /// What the system has just said.
  static func failure() -> StoreError {
    StoreError(
      code: .ioError, systemError: errno, message: "the rows to be stored cannot be written")
  }
}
