import Evidence
import Foundation
import Importers
import Indicators
import Places
import Tabular

@testable import Importers
@testable import Reporter

/// What libFuzzer makes up goes to the driver that `PLACEWISE_FUZZ` names.
///
/// Run `fuzz.sh`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  driver(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The drivers by name; each holds what must be true of whatever comes in.
private let drivers: [String: @Sendable ([UInt8]) -> Void] = [
  "money": money, "number": number, "date": date, "period": period, "header": header,
  "package": package, "formula": formula, "markdown": markdown, "svg": svg,
]

private let driver: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["PLACEWISE_FUZZ"] ?? ""
  guard let driver = drivers[name] else {
    fatalError("PLACEWISE_FUZZ names none of \(drivers.keys.sorted())")
  }
  return driver
}()

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// An amount that was read is written so that it reads back, and the two readers agree.
private func money(_ bytes: [UInt8]) {
  let text = text(bytes)
  for scale in [Money.Scale.pounds, .thousands, .millions] {
    guard let reading = Money.read(text, in: scale) else { continue }
    precondition(text.utf8.contains { (0x30...0x39).contains($0) }, "an amount without a digit")
    precondition(Money.read(reading.money.pounds)?.money == reading.money, "another amount")
  }
  let valid = Array(text.utf8)
  let plain = PaymentMoney.plain(valid.span)
  if let plain, let general = Money.read(text) {
    precondition(general.money.pence == plain, "the fast reader of payments differs")
  }
  if plain != nil { precondition(Money.read(text) != nil, "only the fast reader takes it") }
}

/// A number is finite and what the C library makes of the same digits.
private func number(_ bytes: [UInt8]) {
  let text = text(bytes)
  let valid = Array(text.utf8)
  let slow = CellText.number(text)
  if let fast = PlainNumber.read(valid.span) {
    precondition(fast.isFinite)
    precondition(slow == fast, "the fast reader of numbers differs")
  }
  if let slow { precondition(slow.isFinite, "a number that is none") }
  if let grouped = CellText.groupedNumber(text) { precondition(grouped.isFinite) }
  _ = Marker.status(text)
}

/// A day that was read is a day, and its ISO form reads as the same.
private func date(_ bytes: [UInt8]) {
  let text = text(bytes)
  for order in [PaymentDate.Order.dayFirst, .monthFirst] {
    guard let iso = PaymentDate(text, order)?.iso, iso.utf8.count == 10 else { continue }
    precondition(Day(iso)?.iso == iso, "no day")
    precondition(PaymentDate(iso)?.iso == iso, "another day")
  }
  if let day = Day(text) { precondition(Day(day.iso) == day, "another day") }
}

/// A period that was read reads back from its ISO form.
private func period(_ bytes: [UInt8]) {
  let text = text(bytes)
  let found = [
    Period(iso: text), Period(financialYear: text), Period(financialYearIn: text),
    ImportOptions.period(named: text),
  ]
  for period in found.compactMap(\.self) {
    precondition(Period(iso: period.iso) == period, "another period")
    _ = period.label
  }
}

/// A header that is found lies within the rows and names columns that are there.
private func header(_ bytes: [UInt8]) {
  guard let table = try? Table(bytes) else { return }
  let wanted = [["code", "areacd"], ["name*", "local authority"]]
  let finder = HeaderFinder(maxPreamble: 8, maxStack: 3)
  guard let header = finder.find(in: table.rows, where: wanted) else { return }
  precondition(header.firstDataRow <= table.rows.count)
  precondition(header.columns.count == wanted.count)
  for column in header.columns { precondition(header.names.indices.contains(column)) }
  _ = header.column(named: "code")
}

/// A package that is understood reads back as it was written, and no path leads out of its folder.
private func package(_ bytes: [UInt8]) {
  guard let package = try? JSONDecoder().decode(DataPackage.self, from: Data(bytes)),
    let text = try? DataPackageFile.text(package)
  else { return }
  let again = try? JSONDecoder().decode(DataPackage.self, from: Data(text.utf8))
  precondition(again == package, "another package")
  for resource in package.resources where DataPackageFile.isInside(resource.path) {
    let path = URL(filePath: "/a/b/" + resource.path).standardizedFileURL.path
    precondition(path.hasPrefix("/a/b/") || resource.path.contains("\0"), "a path that leads out")
    _ = try? resource.placewise?.options(path: "p")
  }
}

/// A formula is read or refused with a position within it, and the same text gives the same.
private func formula(_ bytes: [UInt8]) {
  let text = text(bytes)
  do {
    let found = try FormulaParser.parse(text)
    let again = try FormulaParser.parse(text)
    precondition(found == again)
  } catch {
    precondition(!error.description.isEmpty)
  }
}

/// A name stays in its cell, and no element of HTML comes out of it.
private func markdown(_ bytes: [UInt8]) {
  let name = text(bytes)
  let escaped = MarkdownText(escaping: name)
  var table = MarkdownTable([.init(escaped), .number("n")])
  table.append([escaped, "1"])
  let lines = table.render().split(separator: "\n", omittingEmptySubsequences: false)
  precondition(lines.count == 3, "a name that ends its line")
  for line in lines { precondition(line.utf8.count { $0 == 0x7C } == 3, "a cell too many") }
  let html = HTMLInline().html(escaped.source)
  precondition(!html.contains("<"), "an element")
  precondition(!html.contains("\""), "the end of an attribute")
  // What is shown is the name, blanks folded and control characters replaced.
  var shown = html
  for (entity, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
    shown = shown.replacing(entity, with: plain)
  }
  let clean = String(String.UnicodeScalarView(MarkdownText.cleaned(name)))
  precondition(shown == clean, "another name: \(shown.debugDescription), \(clean.debugDescription)")
}

/// A drawing with any text in it is well-formed.
private func svg(_ bytes: [UInt8]) {
  let name = text(bytes)
  var element = SVGElement(.text, ["x": name], content: name)
  element = SVGElement(.group, ["class": name], children: [element])
  var drawing = ""
  element.render(into: &drawing)
  precondition(
    drawing.utf8.count { $0 == 0x3C } == (name.isEmpty ? 3 : 4) || drawing.contains("/>"))
  for scalar in drawing.unicodeScalars {
    let isText = scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
    precondition(isText || scalar == "\n", "a control character")
    precondition(scalar.value != 0xFFFE && scalar.value != 0xFFFF)
  }
  var count = 8
  let value = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  count = SVGElement.number(Double(bitPattern: value)).utf8.count
  precondition(count > 0 && count < 16)
}
