import Foundation

/// What libFuzzer makes up goes to the driver that `PLACEWISE_FUZZ` names.
///
/// `fuzz.sh` compiles the drivers and the code that they drive as one module.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  driver(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The drivers by name; each holds what must be true of whatever comes in.
private let drivers: [String: @Sendable ([UInt8]) -> Void] = [
  "csv": driveCSVReader, "header": driveHeader, "money": driveMoney, "number": driveNumber,
  "date": driveDate, "period": drivePeriod, "package": drivePackage, "formula": driveFormula,
  "markdown": driveMarkdown, "svg": driveSVG,
]

private let driver: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["PLACEWISE_FUZZ"] ?? ""
  guard let driver = drivers[name] else {
    fatalError("PLACEWISE_FUZZ names none of \(drivers.keys.sorted())")
  }
  return driver
}()

/// Stops at what must be true and is not, and says what it was; a precondition would not say it.
func hold(_ condition: Bool, _ words: @autoclosure () -> String = "", line: Int = #line) {
  if !condition { fatalError("\(words()) (line \(line))") }
}

/// A header that is found lies within the rows and names columns that are there.
@Sendable private func driveHeader(_ bytes: [UInt8]) {
  guard let table = try? Table(bytes) else { return }
  let wanted = [["code", "areacd"], ["name*", "local authority"]]
  let finder = HeaderFinder(maxPreamble: 8, maxStack: 3)
  guard let header = finder.find(in: table.rows, where: wanted) else { return }
  hold(header.firstDataRow <= table.rows.count)
  hold(header.columns.count == wanted.count)
  for column in header.columns { hold(header.names.indices.contains(column)) }
  _ = header.column(named: "code")
}

/// A package that is understood reads back as it was written, and no path leads out of its folder.
@Sendable private func drivePackage(_ bytes: [UInt8]) {
  guard let package = try? JSONDecoder().decode(DataPackage.self, from: Data(bytes)),
    let text = try? DataPackageFile.text(package)
  else { return }
  let again = try? JSONDecoder().decode(DataPackage.self, from: Data(text.utf8))
  hold(again == package, "another package")
  for resource in package.resources where DataPackageFile.isInside(resource.path) {
    let path = URL(filePath: "/a/b/" + resource.path).standardizedFileURL.path
    hold(path.utf8.starts(with: "/a/b/".utf8), "a path that leads out")
    _ = try? resource.placewise?.options(path: "p")
  }
}

/// A formula is read or refused with a position within it, and the same text gives the same.
@Sendable private func driveFormula(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  do {
    let found = try FormulaParser.parse(text)
    let again = try FormulaParser.parse(text)
    hold(found == again)
  } catch {
    hold(!error.description.isEmpty)
  }
}
