import Places

/// What the cells of one column look like, from a sample of the rows.
struct PaymentProfile {
  /// Cells with something in them.
  private(set) var filled = 0
  /// Cells that are amounts of money.
  private(set) var money = 0
  /// Those with pence or a pound sign.
  private(set) var decimals = 0
  /// Cells that are a day, with separators or the name of a month.
  private(set) var days = 0
  /// Cells that name a month or months.
  private(set) var months = 0
  /// Cells in the shape of year and month without a separator.
  private(set) var yearAndNumbers = 0
  /// Cells in the shape of a count of days.
  private(set) var serials = 0
  /// Cells with a time of day and no day.
  private(set) var times = 0
  /// Days that only fit when the month comes first, and those that only fit when the day does.
  private(set) var monthFirst = 0
  private(set) var dayFirst = 0
  /// Cells with letters that are no date.
  private(set) var texts = 0
  /// Cells that hold an address of the web.
  private(set) var addresses = 0
  /// How many different cells there are, up to a limit.
  var distinct: Int { looks.count }
  /// The length of all cells, and how much of it is letters.
  private(set) var length = 0
  private(set) var letters = 0
  /// The different texts, up to a limit, and what each looks like.
  private var looks: [String: Look] = [:]
  private static let mostSeen = 2000

  /// The share of filled cells that are something.
  func share(_ count: Int) -> Double { filled == 0 ? 0 : Double(count) / Double(filled) }

  /// True where the cells may be amounts.
  var isMoney: Bool { filled > 0 && share(money) >= 0.5 }
  /// True where the cells may be days or months.
  var isDate: Bool { filled > 0 && share(days + months) >= 0.5 }
  /// True where the cells are numbers that count days.
  var isSerial: Bool { filled > 0 && share(serials) >= 0.9 }
  /// True where the cells are words.
  var isText: Bool { filled > 0 && share(texts) >= 0.5 && share(addresses) < 0.5 }
  /// True where the same few words come again and again.
  var isRepeating: Bool { isText && Double(distinct) <= max(12, 0.2 * Double(filled)) }

  /// How much the cells look like names: different ones, of letters, not as long as sentences.
  var nameLikeness: Double {
    guard isText else { return 0 }
    let mean = Double(length) / Double(filled)
    return share(distinct) * Double(letters) / Double(length) * min(1, 30 / mean)
  }

  /// What one text looks like.
  private struct Look {
    var letters = 0
    var isMoney = false
    var hasDecimals = false
    var isAddress = false
    var isText = false
    var date: PaymentDate?
    /// False for eight digits, which are as often a number of something else.
    var isWritten = false

    init(_ text: String) {
      let bytes = Array(text.utf8)
      letters = bytes.count { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x20 }
      if let read = PaymentMoney.read(bytes.span) {
        isMoney = true
        hasDecimals = bytes.contains(0x2E) || bytes.contains(0xA3) || read.wasRepaired
      }
      isAddress = text.utf8.starts(with: "http".utf8) || text.utf8.starts(with: "Http".utf8)
      date = PaymentDate(text)
      if date == nil {
        isText = bytes.contains { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0xC3 }
      }
      isWritten = bytes.count > 8 || bytes.contains { !(0x30...0x39).contains($0) }
    }
  }

  mutating func add(_ cell: String) {
    let text = CellText.trimmed(cell)
    guard !text.isEmpty else { return }
    filled += 1
    length += text.utf8.count
    let look = looks[text] ?? Look(text)
    if looks.count < Self.mostSeen { looks[text] = look }
    letters += look.letters
    if look.isMoney { money += 1 }
    if look.hasDecimals { decimals += 1 }
    if look.isAddress { addresses += 1 }
    if look.isText { texts += 1 }
    if let date = look.date { add(date, isWritten: look.isWritten) }
  }

  private mutating func add(_ date: PaymentDate, isWritten: Bool) {
    switch date {
    case .day(let day):
      if isWritten { days += 1 }
      if day.day > 12 { dayFirst += 1 }
    case .otherOrder:
      days += 1
      monthFirst += 1
    case .month, .months: months += 1
    case .timeOnly: times += 1
    case .yearAndNumber: yearAndNumbers += 1
    case .serial: serials += 1
    }
  }
}
