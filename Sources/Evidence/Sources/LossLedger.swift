/// What became of every row of a file: the identity that nothing is lost in silence.
///
/// `read = loaded + rejected + skipped`, always; `balances` is checked before anything is stored.
public struct LossLedger: Hashable, Sendable {
  /// Why a row was not data.
  public enum Skip: String, CaseIterable, Sendable {
    /// Titles and notes above the header.
    case preamble
    /// A header row, also one that stands again further down.
    case header
    /// A row with nothing in it.
    case blank
    /// A note or source below the data.
    case note
    /// A total of rows that are loaded one by one.
    case total
    /// A row that stands a second time.
    case repeated
    /// A row of a measure that this product does not use, named in a note.
    case unused
  }

  /// Rows in the file.
  public private(set) var read = 0
  /// Rows from which figures were loaded.
  public private(set) var loaded = 0
  /// Rows refused, each with its reason.
  public private(set) var rejected = 0
  private var skips = [Int](repeating: 0, count: Skip.allCases.count)

  /// Makes an empty ledger.
  public init() {}

  /// Rows left out because they are not data.
  public var skipped: Int { skips.reduce(0, +) }

  /// True where the rows read are all accounted for.
  public var balances: Bool { read == loaded + rejected + skipped }

  /// Counts a row from which figures were loaded.
  public mutating func load() {
    read += 1
    loaded += 1
  }

  /// Counts a row that was refused.
  public mutating func reject() {
    read += 1
    rejected += 1
  }

  /// Counts a row that is not data.
  public mutating func skip(_ why: Skip, rows: Int = 1) {
    read += rows
    skips[Self.index(why)] += rows
  }

  /// How many rows were left out for a reason.
  public func skipped(_ why: Skip) -> Int { skips[Self.index(why)] }

  /// The skipped rows in words: `6 preamble, 2 header, 13 total`.
  public var skippedInWords: String {
    Skip.allCases.filter { skipped($0) > 0 }.map { "\(skipped($0)) \($0.rawValue)" }
      .joined(separator: ", ")
  }

  private static func index(_ why: Skip) -> Int { Skip.allCases.firstIndex(of: why) ?? 0 }
}
