import Evidence
import Importers
import Places
import Tabular

/// What is known of a file, gathered step by step so that a refusal loses nothing found before it.
struct FileInspection {
  /// What was found so far.
  var facts = Facts()
  private let file: OpenedFile
  private var table: Table?

  /// Begins with the file as bytes.
  init(_ file: OpenedFile) {
    self.file = file
    facts.add("file", file.path)
    facts.add("bytes", file.bytes.count)
    facts.add("sha256", file.sha256)
  }

  /// Reads the records.
  mutating func readTable(_ arguments: ReadingArguments) throws(ImportError) {
    let dialect = arguments.dialect(for: file)
    let table = try FileReading.table(file, dialect: dialect)
    let sniffed = Dialect.sniff(file.bytes)
    facts.add("encoding", table.encoding.rawValue)
    facts.add("delimiter", DialectArguments.name(dialect?.delimiter ?? 0x2C))
    facts.add("quotes", sniffed.usesQuotes ? "used" : "none")
    facts.add("records", table.rows.count)
    for kind in Diagnostic.Kind.allCases {
      guard let count = table.diagnosticCounts[kind], count > 0 else { continue }
      let first = table.diagnostics.first { $0.kind == kind }?.line.map { ", first on line \($0)" }
      facts.add(kind.rawValue, "\(count)\(first ?? "")")
    }
    self.table = table
  }

  /// Finds the layout without reading by it.
  mutating func recognise() throws(ImportError) {
    guard let table else { return }
    describeHeader(above: .max)
    let layout: any Layout
    do { layout = try Layouts.recognise(table) } catch { throw error.about(file.path) }
    facts.add("layout", "\(layout.id): \(layout.summary)")
  }

  /// Reads the file by its layout.
  mutating func read(
    _ arguments: ReadingArguments, _ inputs: ImportInputs
  ) throws(ImportError) {
    let reading: FileReading
    do {
      reading = try FileReading(
        file, register: inputs.register, breaks: inputs.breaks, options: arguments.options,
        dialect: arguments.dialect(for: file))
    } catch {
      describeHeader(above: .max)
      throw error
    }
    let extract = reading.extract
    if let payments = extract.payments {
      Self.describe(payments, &facts)
    } else {
      let first = (extract.observations.map(\.line) + extract.rejects.map(\.line)).min()
      describeHeader(above: first ?? .max)
    }
    let summary = Layouts.named(reading.source.layout)?.summary ?? ""
    facts.add("layout", "\(reading.source.layout): \(summary)")
    facts.add("publisher", extract.publisher)
    facts.add("title", extract.title)
    facts.add("published", extract.published)
    describe(extract.observations, inputs)
    Self.describe(extract.ledger, &facts)
    facts.add("problems", each: Self.problems(extract))
  }

  private mutating func describe(_ figures: [Observation], _ inputs: ImportInputs) {
    guard let first = figures.first else { return }
    let periods = Set(figures.map(\.period)).sorted().map(\.label)
    let shown = periods.count <= 6 ? periods : [periods[0], "…", periods[periods.count - 1]]
    facts.add("period", shown.joined(separator: ", "))
    facts.add("unit", unit(figures))
    let places = Set(figures.map(\.place))
    facts.add("places", places.count)
    if places.count == 1 { facts.add("place", inputs.register[first.place]?.description) }
    let measures = Set(figures.map(\.measure)).sorted()
    facts.add("measures", measures.count)
    let names = measures.prefix(5).joined(separator: ", ")
    facts.add("measure ids", names + (measures.count > 5 ? ", …" : ""))
    facts.add("figures", figures.count)
    facts.add("markers in place of figures", figures.count { $0.value == nil })
  }

  /// What a large file of payments is, read row by row.
  static func facts(of file: PaymentFile, _ extract: Extract) -> Facts {
    var facts = Facts()
    facts.add("file", file.path)
    facts.add("bytes", file.bytes)
    let layout = PaymentsLayout()
    facts.add("layout", "\(layout.id): \(layout.summary)")
    if let payments = extract.payments { describe(payments, &facts) }
    describe(extract.ledger, &facts)
    facts.add("problems", each: problems(extract))
    return facts
  }

  private static func problems(_ extract: Extract) -> [String] {
    extract.rejects.map(sentence)
      + extract.notes.map { note in
        note.line > 0 ? "line \(note.line): \(note.text)" : note.text
      }
  }

  /// Says what a file of payments holds; no cell of a row is shown, as it may name a person.
  private static func describe(_ payments: PaymentExtract, _ facts: inout Facts) {
    facts.add("header line", payments.headerLine.map { "\($0)" })
    let named = payments.headings.filter { !$0.isEmpty }.joined(separator: ", ")
    facts.add("columns", named.isEmpty ? nil : "\(payments.headings.count): \(named)")
    facts.add("role", each: payments.roles)
    let summary = payments.summary
    facts.add("kind", summary.kind == .cards ? "purchases by card" : "payments")
    let bodies = payments.bodies.map { $0.isEmpty ? "not said by the file: --place names it" : $0 }
    facts.add("bodies", bodies.joined(separator: ", "))
    facts.add("first paid", summary.first)
    facts.add("last paid", summary.last)
    facts.add("payments", summary.rows)
    facts.add("sum", "£\(Money(pence: summary.pence).pounds), \(summary.basis.words)")
    facts.add("without a day", summary.dateless)
    facts.add("supplier withheld", summary.redacted)
  }

  private static func describe(_ ledger: LossLedger, _ facts: inout Facts) {
    facts.add("rows read", ledger.read)
    facts.add("rows loaded", ledger.loaded)
    facts.add("rows rejected", ledger.rejected)
    facts.add("rows skipped", ledger.skipped)
    facts.add("skipped", ledger.skippedInWords)
  }

  /// The last row above the data, and the columns that it names.
  private mutating func describeHeader(above line: Int) {
    guard let table else { return }
    let above = table.rows.prefix { $0.line < line }
    let header =
      line == .max
      ? above.first { $0.fields.count { !$0.isEmpty } > 1 } : above.last { !$0.isEmpty }
    guard let header else { return }
    guard !Layouts.holdsPayment(header.fields) else { return }
    facts.add("header line", header.line)
    let names = header.fields.filter { !$0.isEmpty }.prefix(6).joined(separator: ", ")
    facts.add("columns", "\(header.count): \(names)\(header.count > 6 ? ", …" : "")")
  }

  /// What one printed unit is worth, found by holding a figure against its own cell.
  private func unit(_ figures: [Observation]) -> String? {
    guard let table else { return nil }
    let rows = Dictionary(table.rows.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    for figure in figures {
      guard let value = figure.value, value != 0,
        let text = rows[figure.line]?[figure.field - 1], let printed = Money.read(text)
      else { continue }
      switch value / Double(printed.money.pence) {
      case 0.99...1.01: return "£"
      case 990...1010: return "£ thousand"
      case 990_000...1_010_000: return "£ million"
      default: return "as printed"
      }
    }
    return nil
  }

  private static func sentence(_ reject: Reject) -> String {
    let column = reject.field > 0 ? ", column \(reject.field)" : ""
    return "line \(reject.line)\(column): rejected: \(reject.reason)"
  }
}
