import Foundation

/// Python's `csv` module, read beside ours where it is installed.
enum Python {
  /// True where `python3` runs.
  static let isPresent = (try? run("print(1)", "")) == "1\n"

  /// Runs a program on text given to its standard input, and returns what it prints.
  static func run(_ program: String, _ input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let (output, source) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardInput = source
    process.standardError = FileHandle.nullDevice
    try process.run()
    source.fileHandleForWriting.write(Data(input.utf8))
    try source.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Prints, for each `path<tab>line<tab>field` of the input, the cell and what it is in pence.
  ///
  /// A record's line is that on which it begins; amounts are thousands, rounded half away from
  /// zero.
  static let cells = """
    import csv, sys
    from decimal import Decimal, ROUND_HALF_UP
    kept = {}
    for request in sys.stdin.read().splitlines():
        path, line, field = request.split("\\t")
        if path not in kept:
            rows, start = {}, 1
            reader = csv.reader(open(path, encoding="utf-8-sig", newline=""))
            for row in reader:
                rows[start] = row
                start = reader.line_num + 1
            kept[path] = rows
        cell = kept[path][int(line)][int(field) - 1].strip()
        try:
            number = Decimal(cell.replace(",", "")) * 100000
            print(int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP)))
        except ArithmeticError:
            print("[" + cell + "]")
    """
}
