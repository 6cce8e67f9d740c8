import Foundation

/// Cells of published files as Python's own CSV reader gives them.
enum OtherReader {
  /// True where Python is at hand.
  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private static let path = "/usr/bin/env"

  private static let program = """
    import csv, sys
    wanted = {}
    for item in sys.argv[2:]:
        line, field = item.split(":")
        wanted.setdefault(int(line), []).append(int(field))
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        before = 0
        for record in reader:
            for field in wanted.get(before + 1, []):
                print(before + 1, field, record[field - 1].strip(), sep="\\t")
            before = reader.line_num
    """

  /// The texts of cells, by line and column as this product counts them; nil without Python.
  static func cells(of file: URL, at places: [(line: Int, field: Int)]) throws -> [String: String]?
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments =
      ["python3", "-c", program, file.path] + places.map { "\($0.line):\($0.field)" }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    var found: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      if parts.count == 3 { found["\(parts[0]):\(parts[1])"] = String(parts[2]) }
    }
    return found
  }
}

/// The same cells in every run: a generator with a seed (SplitMix64).
struct SeededChoice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
