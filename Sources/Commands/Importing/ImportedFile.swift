import Evidence
import Importers
import Store

/// What became of one file of an import.
struct ImportedFile {
  /// What was done with it.
  enum Fate {
    /// Its figures are new.
    case loaded
    /// The same bytes, layout and options are there already.
    case already
    /// The same release is there with as many digits or more; this one only verified it.
    case verified(String)
    /// The same release was there with fewer digits, which this one replaced.
    case replaced(String)
    /// Another release of the same figures is there as well.
    case revised(String)
  }

  let path: String
  /// The identifier, as `rejects` and `forget` take it.
  let source: Int
  let fate: Fate
  var layout = ""
  var periods = ""
  var figures = 0
  /// What was loaded in words, where it is not figures.
  var content: String?
  var ledger = LossLedger()
  /// All rejects, or the first of them where `rejectCount` is greater.
  var rejects: [Reject] = [] {
    didSet { rejectCount = max(rejectCount, rejects.count) }
  }
  var rejectCount = 0
  /// The digest of the table of observations with this file in it, where it is known.
  var digest: ContentDigest?
  var notes: [Note] = []
  /// Rejects that are printed one by one.
  private static let printed = 20

  init(path: String, source: Int, fate: Fate) {
    self.path = path
    self.source = source
    self.fate = fate
  }

  /// True for payments of which neither the file nor the command line says who made them.
  private var namesNoBody: Bool { notes.contains { $0.text == PaymentsLayout.unnamed } }

  /// True where something was written.
  var isStored: Bool {
    if case .already = fate { return false }
    return true
  }

  /// Says what became of it, one line for the file and one for each reject.
  func report(to console: Console, isDryRun: Bool) {
    guard isStored else {
      console.say(
        "\(path): already loaded as source \(source) (same bytes, layout and options); skipped; "
          + "'placewise forget \(source)' makes room for it")
      return
    }
    let why = ledger.skipped > 0 ? " (\(ledger.skippedInWords))" : ""
    let name = isDryRun ? "" : "; source \(source)"
    console.say(
      "\(path): \(layout)\(periods.isEmpty ? "" : ", \(periods)"): \(ledger.read) rows read = "
        + "\(ledger.loaded) loaded + \(ledger.rejected) rejected + \(ledger.skipped) skipped\(why); "
        + "\(content ?? Plural.of(figures, "figure"))\(name)")
    switch fate {
    case .verified(let other):
      console.say("\(path): the same release as \(other), which it verifies")
    case .replaced(let other):
      console.say("\(path): the same release as \(other) with more digits; it replaces those")
    case .revised(let other): console.say("\(path): a new release of \(other)")
    case .loaded, .already: break
    }
    for reject in rejects.prefix(Self.printed) {
      let column = reject.field > 0 ? "column \(reject.field): " : ""
      console.warn("\(path):\(reject.line): \(column)\(reject.reason)")
    }
    // By its path, as the number is another after the next build.
    let named = path.contains(" ") ? "\"\(path)\"" : path
    func list(_ option: String) -> String {
      isDryRun ? "'placewise inspect'" : "'placewise rejects \(named)\(option)'"
    }
    if rejectCount > Self.printed {
      console.warn("\(path): and \(rejectCount - Self.printed) more; \(list("")) lists all")
    }
    if namesNoBody {
      console.warn(
        "\(path): the file does not say whose payments these are, so no report shows them; 'placewise "
          + "forget \(named)', then import it again with --place")
    }
    for note in notes {
      console.mention("\(path):\(note.line > 0 ? "\(note.line):" : "") \(note.text)")
    }
    if !notes.isEmpty {
      console.say("\(path): \(Plural.of(notes.count, "note")); \(list(" --notes")) lists them")
    }
  }
}
