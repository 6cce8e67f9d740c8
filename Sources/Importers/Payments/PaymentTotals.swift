import Evidence
import Store

/// The sums that a file states of itself, checked against our own and left out.
struct PaymentTotals {
  private var running: Int64 = 0
  private var sinceSubtotal: Int64 = 0
  private var rows = 0
  /// What the checks found, as notes.
  private(set) var notes: [Note] = []
  /// How many stated totals equalled ours, and how many did not.
  private(set) var agreeing = 0
  private(set) var differing = 0

  /// Adds a payment.
  @inline(__always)
  mutating func add(_ pence: Int64) {
    running &+= pence
    sinceSubtotal &+= pence
    rows &+= 1
  }

  /// True where an amount without a label is the sum of what stands above it.
  func isSum(_ pence: Int64) -> Bool {
    rows > 0 && (pence == running || pence == sinceSubtotal)
  }

  /// Takes an amount that is a total by its label or by what it equals.
  mutating func take(_ pence: Int64, line: Int) {
    let stated = Money(pence: pence).pounds
    if isSum(pence) {
      agreeing += 1
      let what =
        pence == running ? "all \(rows) payments above" : "the payments since the last total"
      add(Note(line: line, "the file states a total of £\(stated), which equals \(what)"))
    } else {
      differing += 1
      let ours = Money(pence: running).pounds
      let less = Money(pence: pence - running).pounds
      add(
        Note(
          line: line,
          "the file states a total of £\(stated), but the \(rows) payments above add up to "
            + "£\(ours), a difference of £\(less)"))
    }
    sinceSubtotal = 0
  }

  private mutating func add(_ note: Note) {
    if notes.count < 20 { notes.append(note) }
  }

  /// What a total is called.
  static let labels: Set = [
    "total", "totals", "grand total", "sub total", "subtotal", "overall total", "sum",
    "grand totals", "total spend", "total amount", "total net amount", "total payments",
    "total expenditure", "report total", "total paid", "total for month",
  ]

  /// The longest label has so many letters.
  private static let mostLetters = 16

  /// True where a cell is evidently no label of a total, nor one of the words for nothing.
  ///
  /// All letters outside square brackets belong to the key by which labels are known.
  static func isNoLabel(_ cell: Span<UInt8>) -> Bool {
    if !cell.isEmpty, isNoInitial(cell[0]) { return true }
    if LetterCount.isMore(than: mostLetters, in: cell, before: 0x5B) { return true }
    var letters = 0
    for index in cell.indices {
      let byte = cell[index]
      if byte == 0x5B { return false }
      if byte | 0x20 &- 0x61 < 26 { letters &+= 1 }
      if letters > mostLetters { return true }
    }
    return false
  }

  /// True for a letter with which no label begins and no word for nothing, such as `N/A`.
  @inline(__always)
  private static func isNoInitial(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20 &- 0x61
    guard letter < 26 else { return false }
    switch letter &+ 0x61 {
    case UInt8(ascii: "g"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "r"),
      UInt8(ascii: "s"), UInt8(ascii: "t"):
      return false
    default: return true
    }
  }

  /// True where a cell is the label of a total.
  static func isLabel(_ text: String) -> Bool { labels.contains(CellText.key(text)) }
}
