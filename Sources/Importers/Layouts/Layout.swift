import Evidence
import Places
import Tabular

/// A published layout: how one publisher arranges one kind of file.
///
/// A layout recognises a file by its header and content, never by its name, and turns its rows
/// into observations without losing one in silence.
public protocol Layout: Sendable {
  /// The layout's name, as in `--layout` and the `source` table.
  var id: String { get }

  /// One line for `inspect`: what this layout is and who publishes it.
  var summary: String { get }

  /// Says whether a sheet has this layout.
  func recognise(_ sheet: Table) -> Recognition

  /// Reads a sheet that was recognised.
  ///
  /// - Throws: `ImportError` where the sheet as a whole cannot be read as this layout.
  func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract

  /// Reads a file whose sheet was recognised; most layouts need only the sheet.
  ///
  /// - Throws: `ImportError` where the file as a whole cannot be read as this layout.
  func extract(
    _ file: OpenedFile, _ sheet: Table, _ dialect: Dialect, with context: ImportContext
  ) throws(ImportError) -> Extract
}

extension Layout {
  /// Reads the sheet, which is all that most layouts need of a file.
  public func extract(
    _ file: OpenedFile, _ sheet: Table, _ dialect: Dialect, with context: ImportContext
  ) throws(ImportError) -> Extract { try extract(sheet, with: context) }
}

/// What a layout says of a sheet.
public enum Recognition: Hashable, Sendable {
  /// The sheet has this layout.
  case match
  /// It has not, but some of what the layout needs is there.
  case near(missing: [String])
  /// It comes from this layout's publication but is another sheet of it, which holds no data.
  case wrongSheet(String)
  /// It has not.
  case none
}

/// What a layout may need to know beyond the sheet.
public struct ImportContext: Sendable {
  /// All places.
  public let register: Register
  /// What the user or the package file says of the file.
  public var options: ImportOptions
  /// Where the definition of a measure changed.
  public let breaks: SeriesBreaks

  /// Makes a context.
  public init(
    register: Register, options: ImportOptions = ImportOptions(),
    breaks: SeriesBreaks = SeriesBreaks([])
  ) {
    self.register = register
    self.options = options
    self.breaks = breaks
  }
}

/// What a layout found in a sheet.
public struct Extract: Sendable {
  /// The figures.
  public var observations: [Observation] = []
  /// Rows of the place register, for the layout `places`.
  public var places: RegisterRows?
  /// Areas of the figures that the register lacks.
  public var areas: [Place] = []
  /// Payments, for the layout `payments`.
  public var payments: PaymentExtract?
  /// Measures that the file brings with it.
  public var measures: [Measure] = []
  /// Rows and cells that were not understood.
  public var rejects: [Reject] = []
  /// What is worth saying.
  public var notes: [Note] = []
  /// What became of every row.
  public var ledger = LossLedger()
  /// The publication's title as the file gives it.
  public var title = ""
  /// The publisher as the file gives it.
  public var publisher = ""
  /// The day of publication as the file gives it, ISO, or `""`.
  public var published = ""
  /// How the figures' agreement with one another was looked at, where the layout does that.
  var plausibility: Plausibility?

  /// Makes an empty extract.
  public init() {}
}
