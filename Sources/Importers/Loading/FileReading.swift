import Evidence
import Places
import Tabular

/// A file read by its layout, before anything is stored.
public struct FileReading: Sendable {
  /// What is known of the file.
  public var source: Source
  /// What was found in it.
  public var extract: Extract
  /// What it was read with.
  public let options: ImportOptions
  /// The encoding of the bytes.
  public let encoding: TextEncoding

  /// Reads a file.
  ///
  /// - Throws: `ImportError` where the file is refused as a whole.
  public init(
    _ file: OpenedFile, register: Register, breaks: SeriesBreaks,
    options: ImportOptions = ImportOptions(), dialect: Dialect? = nil, dataset: String = ""
  ) throws(ImportError) {
    let (sheet, chosen) = try Self.sheet(file, dialect: dialect)
    let layout: any Layout
    if let name = options.layout {
      guard let named = Layouts.named(name) else {
        let known = Layouts.all.map(\.id).joined(separator: ", ")
        throw ImportError(
          .incomplete, path: file.path, "there is no layout '\(name)'; known are \(known)")
      }
      layout = named
    } else {
      do { layout = try Layouts.recognise(sheet) } catch { throw error.about(file.path) }
    }
    let context = ImportContext(register: register, options: options, breaks: breaks)
    do { extract = try layout.extract(file, sheet, chosen, with: context) } catch {
      throw error.about(file.path)
    }
    if let blanks = sheet.diagnosticCounts[.blankLine], blanks > 0 {
      extract.ledger.skip(.blank, rows: blanks)
    }
    let isNil = extract.payments?.isNilReturn ?? false
    if extract.ledger.loaded == 0, extract.ledger.rejected == 0, !isNil {
      throw Self.headerOnly(file.path, rows: extract.ledger.read)
    }
    extract.notes = Self.notes(sheet.diagnostics) + extract.notes
    encoding = sheet.encoding
    self.options = options
    source = Source(
      dataset: dataset, path: file.path, sha256: file.sha256, bytes: file.bytes.count,
      publisher: extract.publisher, title: extract.title, published: extract.published,
      layout: layout.id)
  }

  /// What does not agree among some of the file's figures, as notes on the published file's lines.
  ///
  /// Empty where the layout does not look for it.
  public func checks(of figures: [Observation], register: Register) -> [Note] {
    extract.plausibility?.notes(figures, extract.measures, register) ?? []
  }

  /// The records of a file, the delimiter found out where a comma gives one column only.
  ///
  /// - Throws: `ImportError` with the position where the bytes are not well-formed.
  public static func table(
    _ file: OpenedFile, dialect: Dialect? = nil
  ) throws(ImportError) -> Table { try sheet(file, dialect: dialect).table }

  /// The records with the dialect in which they were read.
  private static func sheet(
    _ file: OpenedFile, dialect: Dialect?
  ) throws(ImportError) -> (table: Table, dialect: Dialect) {
    do {
      let usual = dialect ?? Dialect()
      let table = try Table(file.bytes, dialect: usual)
      guard dialect == nil, table.rows.allSatisfy({ $0.count == 1 }) else { return (table, usual) }
      // One column only: the delimiter may be another one that publishers use.
      for delimiter: UInt8 in [0x3B, 0x09, 0x7C] {
        let chosen = Dialect(delimiter: delimiter)
        let other = try Table(file.bytes, dialect: chosen)
        if other.rows.count > 1, other.rows.allSatisfy({ $0.count > 1 }) { return (other, chosen) }
      }
      return (table, usual)
    } catch {
      throw ImportError(
        .malformed, path: file.path, line: error.line, column: error.column, error.description)
    }
  }

  /// The refusal of a file without data.
  static func headerOnly(_ path: String, rows: Int) -> ImportError {
    ImportError(
      .headerOnly, path: path,
      "the file has \(rows) \(rows == 1 ? "row" : "rows") but no data below its header")
  }

  /// Findings of the reader that change what was read, as notes.
  static func notes(_ diagnostics: [Diagnostic]) -> [Note] {
    diagnostics.filter { $0.kind == .encodingFallback }.prefix(1).map {
      Note(line: $0.line ?? 0, "the bytes are not UTF-8; read as Windows-1252")
    }
  }
}
