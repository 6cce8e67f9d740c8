import Evidence
import Places
import Tabular

/// The bodies that paid: from a column, from the title, or as the user said.
struct PaymentBodies {
  /// Bodies that are new since they were last taken.
  var fresh: [(name: String, place: String?)] = []
  /// The names of all.
  private(set) var names: [String] = []

  private let register: Register
  private let at: PaymentPositions
  private var texts = PaymentTexts()
  private let usual: (name: String, place: String?)
  private var usualNumber: Int32 = -1

  init(_ plan: PaymentPlan, _ at: PaymentPositions, _ context: ImportContext) {
    register = context.register
    self.at = at
    if let place = context.options.place {
      usual = (context.register[place]?.name ?? place, place)
    } else if let title = plan.titleBody {
      usual = (title, Self.place(title, in: context.register))
    } else {
      usual = ("", nil)
    }
  }

  /// True where nobody says whose payments they are.
  var isUnnamed: Bool { names.contains("") }

  /// The body of a row.
  @inline(__always)
  mutating func read(_ record: Record) -> Int32 {
    if at.body < 0 { return usualNumber >= 0 ? usualNumber : keepUsual() }
    if let found = record.withField(at: at.body, { texts.find($0) }) { return Int32(found) }
    return keep(record)
  }

  private mutating func keepUsual() -> Int32 {
    usualNumber = Int32(add(usual.name, usual.place, Array(usual.name.utf8)))
    return usualNumber
  }

  @inline(never)
  private mutating func keep(_ record: Record) -> Int32 {
    let name = CellText.trimmed(record.string(at: at.body))
    if name.isEmpty { return usualNumber >= 0 ? usualNumber : keepUsual() }
    var place: String?
    if at.bodyCode >= 0 {
      place = register.place(code: CellText.trimmed(record.string(at: at.bodyCode)))?.code
    }
    place = place ?? Self.place(name, in: register)
    return Int32(add(name, place, Array(record.bytes[record.range(at: at.body)])))
  }

  private mutating func add(_ name: String, _ place: String?, _ key: [UInt8]) -> Int {
    fresh.append((name, place))
    names.append(name)
    let stored = Array(name.utf8)
    return texts.keep(key.span, as: stored.span)
  }

  /// The number of a body for a fingerprint.
  @inline(__always)
  func hash(_ body: Int32) -> UInt64 { texts.hash(body) }

  /// The place of a body's name, where there is no doubt.
  private static func place(_ name: String, in register: Register) -> String? {
    var words = name
    for opening in ["The Borough of ", "Borough of ", "The ", "Metropolitan Borough of "]
    where words.hasPrefix(opening) {
      words = String(words.dropFirst(opening.count))
      break
    }
    for text in words == name ? [name] : [name, words] {
      if let place = register.place(named: text) { return place.code }
    }
    return nil
  }
}
