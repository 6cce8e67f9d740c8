import Foundation
import TestSupport
import Testing

@testable import Tabular

extension Seeded {
  /// Bytes in which most rules of the reader meet: nearly CSV, often broken.
  mutating func hostile() -> [UInt8] {
    var pieces: [[UInt8]] = ["a", ",", ",", "\"", "\"", "\"\"", "\n", "\r", "\r\n", " ", "bc"].map {
      Array($0.utf8)
    }
    switch below(6) {
    case 0: pieces += [[0xA3], [0x80], [0xE9]]
    case 1: pieces += [[0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80]]
    case 2: pieces += [[0xC3, 0xA9], [0xA3], [0x81], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0]]
    case 3: pieces += [[0]]
    default: break
    }
    var bytes: [UInt8] = below(5) == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<below(40) { bytes += pieces[below(pieces.count)] }
    return bytes
  }

  mutating func dialect() -> Dialect {
    var dialect = Dialect(header: below(2) == 0)
    if below(4) == 0 { dialect.maxFieldBytes = 1 + below(6) }
    if below(8) == 0 { dialect.quote = nil }
    switch below(8) {
    case 0: dialect.encoding = .named(.utf8)
    case 1: dialect.encoding = .named(.windows1252)
    case 2: dialect.encoding = .named(below(2) == 0 ? .utf16le : .utf16be)
    default: break
    }
    return dialect
  }
}

@Suite("The CSV reader beside other readers")
struct DifferentialTests {
  @Test("agrees with a plain one on what is nearly CSV, in pieces of any size")
  func reference() {
    var random = Seeded(2026)
    for round in 0..<20_000 {
      let bytes = random.hostile()
      let dialect = random.dialect()
      let source: ByteSource = round % 3 == 0 ? .bytes(bytes) : .pieces(bytes, of: 1 + round % 7)
      let ours = Outcome(source, dialect)
      let theirs = ReferenceReader(bytes, dialect)
      let isSame =
        ours.error?.short == theirs.error && ours.rows == theirs.rows && ours.lines == theirs.lines
        && (theirs.error != nil
          || ours.diagnostics.map(\.short) == theirs.findings
            && ours.encoding.rawValue == theirs.encoding)
      #expect(isSame, "\(bytes) \(dialect) \(ours) \(theirs)")
      if !isSame { return }
    }
  }

  /// How many tables are compared with Python's; a full run sets PLACEWISE_DIFFERENTIAL=100000.
  private static let tables =
    ProcessInfo.processInfo.environment["PLACEWISE_DIFFERENTIAL"].flatMap(Int.init) ?? 2000

  private static let python = "/usr/bin/python3"

  @Test(
    "agrees with Python's csv on random tables",
    .enabled(if: FileManager.default.isExecutableFile(atPath: python)))
  func pythonAgrees() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let (written, read) = (
      scratch.url.appendingPathComponent("in"), scratch.url.appendingPathComponent("out")
    )
    // Their tables, as they quote them, in a file of frames: a byte count, a line end, the bytes.
    try run(Self.writeTables, [String(Self.tables), written.path, read.path])
    var frames = Frames(try Array(Data(contentsOf: written)))
    var expected = Frames(try Array(Data(contentsOf: read)))
    var count = 0
    while let csv = frames.next(), let rows = expected.next() {
      let outcome = Outcome(.pieces(csv, of: 1 + count % 64))
      let isSame = outcome.error == nil && Self.flat(outcome.rows) == rows
      #expect(isSame, "\(String(decoding: csv, as: UTF8.self).debugDescription)")
      count += 1
    }
    #expect(count == Self.tables)
  }

  /// Rows as bytes: fields end with U+001F, records with U+001E, neither of which is in the tables.
  private static func flat(_ rows: [[String]]) -> [UInt8] {
    rows.flatMap { $0.flatMap { Array($0.utf8) + [0x1F] } + [0x1E] }
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = ["-c", program] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private static let writeTables = """
    import csv, io, random, sys
    random.seed(20)
    pieces = ["a", "b", "1", ",", '"', '""', "\\n", "\\r", "\\r\\n", " ", ";", "é", "€", "😀", "'", "="]
    def frame(out, data):
        out.write(str(len(data)).encode() + b"\\n" + data)
    with open(sys.argv[2], "wb") as given, open(sys.argv[3], "wb") as wanted:
        for _ in range(int(sys.argv[1])):
            text = io.StringIO(newline="")
            quoting = random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
            end = random.choice(["\\n", "\\r\\n", "\\r"])
            csv.writer(text, quoting=quoting, lineterminator=end).writerows(
                [["".join(random.choices(pieces, k=random.randrange(12)))
                  for _ in range(random.randrange(1, 6))] for _ in range(random.randrange(8))])
            data = text.getvalue()
            rows = [r for r in csv.reader(io.StringIO(data, newline=""), strict=True) if r]
            flat = "".join("".join(f + "\\x1f" for f in r) + "\\x1e" for r in rows)
            frame(given, data.encode())
            frame(wanted, flat.encode())
    """
}

/// Blocks of bytes, each after its length in decimal and a line end.
private struct Frames {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> [UInt8]? {
    var count = 0
    guard position < bytes.count else { return nil }
    while bytes[position] != 10 {
      count = count * 10 + Int(bytes[position] - 48)
      position += 1
    }
    position += 1 + count
    return Array(bytes[position - count..<position])
  }
}
