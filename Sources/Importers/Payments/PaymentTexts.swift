import Evidence

/// Texts numbered as they come, with the number of each for a fingerprint.
struct PaymentTexts {
  private var texts: ByteInterner
  private var hashes: [UInt64] = []
  private var guesses: [Int32] = []
  private var fetched: UInt64 = 0

  init(isSorted: Bool = true) { texts = ByteInterner(isSorted: isSorted) }

  /// How many there are.
  var count: Int { hashes.count }

  /// The number of a text that was kept, or nil.
  @inline(__always)
  mutating func find(_ text: Span<UInt8>) -> Int? { texts.find(text) }

  /// The number of a text that was kept and whose `TextHash` is known, or nil.
  @inline(__always)
  func find(_ text: Span<UInt8>, _ hash: UInt64) -> Int? { texts.find(text, hash) }

  /// Prepares for texts that are asked for soon, by their `TextHash`.
  ///
  /// The processor then waits for all of them at once, and not for each.
  mutating func fetch(_ wanted: [UInt64]) {
    fetched &+= texts.fetch(wanted, &guesses)
    for guess in guesses where guess >= 0 { fetched &+= hashes[Int(guess)] }
  }

  /// Keeps a text and returns its number.
  mutating func keep(_ text: Span<UInt8>) -> Int { keep(text, as: text) }

  /// Keeps a text that is stored in another spelling, and returns its number.
  mutating func keep(_ text: Span<UInt8>, as stored: Span<UInt8>) -> Int {
    hashes.append(PaymentFingerprint.hash(stored))
    return texts.keep(text)
  }

  /// The number of a kept text for the fingerprint; that of nothing for -1.
  @inline(__always)
  func hash(_ number: Int32) -> UInt64 {
    number < 0 ? PaymentFingerprint.absent : hashes[Int(number)]
  }
}

/// Where the columns stand, -1 for those that the file does not have.
struct PaymentPositions {
  let amount, date, period, supplier, body, bodyCode, service, category, description: Int
  let reference, redaction, irrecoverable, gross, vat: Int

  init(_ columns: PaymentColumns) {
    func at(_ role: PaymentRole) -> Int { columns[role] ?? -1 }
    amount = at(.amount)
    date = at(.date)
    period = at(.period)
    supplier = at(.supplier)
    body = at(.body)
    bodyCode = at(.bodyCode)
    service = at(.service)
    category = at(.category)
    description = at(.description)
    reference = at(.reference)
    redaction = at(.redaction)
    irrecoverable = at(.irrecoverable)
    gross = at(.gross)
    vat = at(.vat)
  }

  /// The columns whose cells may be shown where a row is refused: they name nobody.
  var shown: [Int] { [amount, date, period, irrecoverable, gross, vat] }
  /// The columns of which one at least says what a payment is.
  var telling: [Int] { [supplier, date, period, reference, service, category, description] }
}
