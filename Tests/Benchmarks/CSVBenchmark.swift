import Glibc

/// Times the CSV reader against the least that can be done with a file: reading it and counting
/// its newlines with `memchr`.
///
/// Both run in turn, several rounds, on the same seeded files in the page cache, and the median of
/// the ratios is printed. The check sum (over where the last fields stand) shows that the work was done and
/// must not change. Run `csv-benchmark.sh`.
@main
enum CSVBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    let megabytes = arguments.count > 1 ? Int(arguments[1]) ?? 128 : 128
    let folder = arguments.count > 2 ? arguments[2] : "."
    let wanted = Shape.allCases.filter { arguments.count < 4 || arguments[3] == $0.rawValue }
    for shape in wanted {
      let path = "\(folder)/\(shape.rawValue).csv"
      try Input(shape).write(megabytes << 20, to: path)
      defer { unlink(path) }
      try compare(path, shape)
    }
    try timeTable()
  }

  /// Rounds of newline count and reader in turn.
  private static func compare(_ path: String, _ shape: Shape) throws {
    var ratios: [Double] = []
    var best = (floor: Double.infinity, reader: Double.infinity)
    var result = Totals()
    var lines = 0
    for _ in 0..<9 {
      let floor = seconds { lines = newlines(in: path) }
      let reader = try secondsThrowing { result = try read(path) }
      ratios.append(reader / floor)
      best = (min(best.floor, floor), min(best.reader, reader))
    }
    let ratio = ratios.sorted()[ratios.count / 2]
    let gigabytes = Double(result.bytes) / 1e9
    print(
      "\(shape.rawValue): \(lines) newlines at \(fixed(gigabytes / best.floor)) GB/s,",
      "\(result.fields) fields at \(fixed(gigabytes / best.reader)) GB/s,",
      "ratio \(fixed(ratio)), check sum \(result.sum)")
  }

  private struct Totals {
    var bytes = 0
    var fields = 0
    var sum: UInt64 = 0
  }

  private static func read(_ path: String) throws -> Totals {
    var reader = try CSVReader(.file(path))
    var record = Record()
    var totals = Totals()
    while try reader.next(&record) {
      totals.fields += record.count
      let last = record.range(at: record.count - 1)
      totals.sum = totals.sum &* 31 &+ UInt64(last.lowerBound << 8 ^ last.upperBound)
      totals.bytes = record.byte
    }
    return totals
  }

  private static func newlines(in path: String) -> Int {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    let size = 1 << 20
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    defer { block.deallocate() }
    var count = 0
    while true {
      let got = Glibc.read(file, block, size)
      if got <= 0 { return count }
      var at = block
      let end = block + got
      while let found = memchr(at, 10, end - at) {
        count += 1
        at = found + 1
      }
    }
  }

  /// A sheet of 200,000 cells and about 1 MB, as importers load it.
  private static func timeTable() throws {
    var random = Random(3)
    var text: [UInt8] = []
    for _ in 0..<2000 {
      for column in 0..<100 {
        if column > 0 { text.append(UInt8(ascii: ",")) }
        text += Array(String(random.below(10_000)).utf8)
      }
      text.append(10)
    }
    var best = Double.infinity
    var cells = 0
    for _ in 0..<15 {
      best = min(
        best,
        try secondsThrowing {
          cells = try Table(text).rows.reduce(0) { $0 + $1.count }
        })
    }
    print("table: \(text.count) bytes, \(cells) cells in \(fixed(best * 1000)) ms")
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  private static func secondsThrowing(_ work: () throws -> Void) rethrows -> Double {
    let start = now()
    try work()
    return now() - start
  }

  /// Processor time, which the neighbours disturb less than wall time.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func fixed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// What the files look like.
enum Shape: String, CaseIterable {
  /// Council payments: nine columns, some 165 bytes, no quotes.
  case plain
  /// The same with every field quoted, some with commas, line ends and doubled quotes.
  case quoted
  /// Many short cells, as in a wide sheet of figures.
  case narrow
}

/// Random numbers that are the same on every run (SplitMix64).
struct Random {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (word ^ word >> 31) % UInt64(limit))
  }
}

/// A seeded file.
struct Input {
  private let shape: Shape
  private var random = Random(1)

  init(_ shape: Shape) {
    self.shape = shape
  }

  func write(_ size: Int, to path: String) throws {
    var input = self
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw CSVError.cannotRead(path, "cannot be made") }
    defer { close(file) }
    var written = 0
    var block: [UInt8] = []
    while written < size {
      block.removeAll(keepingCapacity: true)
      while block.count < 1 << 20 { input.append(to: &block) }
      written += Glibc.write(file, block, block.count)
    }
  }

  private mutating func append(to block: inout [UInt8]) {
    if shape == .narrow {
      for column in 0..<200 {
        if column > 0 { block.append(UInt8(ascii: ",")) }
        block += Array(String(random.below(1000)).utf8)
      }
      block.append(10)
      return
    }
    let words = ["Care", "Homes", "Supplies", "and", "Transport", "Agency", "Limited", "Borough"]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[random.below(words.count)] }.joined(separator: " ")
    }
    var fields = [
      "E0\(6_000_000 + random.below(400))", text(3),
      "\(random.below(28) + 1)/0\(random.below(9) + 1)/2023",
      text(5), "\(random.below(1_000_000))", "\(random.below(90_000)).\(random.below(90) + 10)",
      text(3), text(4), "\(random.below(100_000_000))",
    ]
    if shape == .quoted {
      for index in fields.indices {
        switch random.below(40) {
        case 0: fields[index] += ", Ltd"
        case 1: fields[index] += " \"\"North\"\""
        case 2: fields[index] += "\nannex"
        default: break
        }
      }
      block += Array(fields.map { "\"\($0)\"" }.joined(separator: ",").utf8)
    } else {
      block += Array(fields.joined(separator: ",").utf8)
    }
    block.append(10)
  }
}
