private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// An amount that was read is written so that it reads back, and the two readers agree.
@Sendable func driveMoney(_ bytes: [UInt8]) {
  let text = text(bytes)
  for scale in [Money.Scale.pounds, .thousands, .millions] {
    guard let reading = Money.read(text, in: scale) else { continue }
    hold(text.utf8.contains { (0x30...0x39).contains($0) }, "an amount without a digit")
    hold(Money.read(reading.money.pounds)?.money == reading.money, "another amount")
  }
  let valid = Array(text.utf8)
  let plain = PaymentMoney.plain(valid.span)
  if let plain, let general = Money.read(text) {
    hold(general.money.pence == plain, "the fast reader of payments differs")
  }
  if plain != nil { hold(Money.read(text) != nil, "only the fast reader takes it") }
}

/// A number is finite and what the C library makes of the same digits.
@Sendable func driveNumber(_ bytes: [UInt8]) {
  let text = text(bytes)
  let valid = Array(text.utf8)
  let slow = CellText.number(text)
  if let fast = PlainNumber.read(valid.span) {
    hold(fast.isFinite)
    hold(slow == fast, "the fast reader of numbers differs")
  }
  if let slow { hold(slow.isFinite, "a number that is none") }
  if let grouped = CellText.groupedNumber(text) { hold(grouped.isFinite) }
  _ = Marker.status(text)
}

/// A day that was read is a day, and its ISO form reads as the same.
@Sendable func driveDate(_ bytes: [UInt8]) {
  let text = text(bytes)
  for order in [PaymentDate.Order.dayFirst, .monthFirst] {
    guard let iso = PaymentDate(text, order)?.iso, iso.utf8.count == 10 else { continue }
    hold(Day(iso)?.iso == iso, "no day")
    hold(PaymentDate(iso)?.iso == iso, "another day")
  }
  if let day = Day(text) { hold(Day(day.iso) == day, "another day") }
}

/// A period that was read reads back from its ISO form.
@Sendable func drivePeriod(_ bytes: [UInt8]) {
  let text = text(bytes)
  let found = [
    Period(iso: text), Period(financialYear: text), Period(financialYearIn: text),
    ImportOptions.period(named: text),
  ]
  for period in found.compactMap(\.self) {
    hold(Period(iso: period.iso) == period, "another period")
    _ = period.label
  }
}
