import Evidence

/// What is counted while the rows of a file of payments are read, to be said once.
struct PaymentTally {
  /// Amounts whose pound sign was in a DOS code page.
  var repaired = 0
  /// Numbers of payments that a spreadsheet wrote as `2.01406E+12`.
  var destroyed = 0
  /// Rows with nothing but the name of the body.
  var onlyBody = 0
  /// Rows that say that nothing was paid.
  var nilReturns = 0

  /// True where a number of a payment has a plus sign, as those have that a spreadsheet destroyed.
  static func isDestroyed(_ reference: Span<UInt8>) -> Bool {
    for index in reference.indices where reference[index] == 0x2B { return true }
    return false
  }

  func notes(
    _ plan: PaymentPlan, _ summary: PaymentSummary, _ totals: PaymentTotals,
    _ days: PaymentDays, isUnnamed: Bool
  ) -> [Note] {
    var notes: [Note] = []
    func say(_ text: String, line: Int = 0) { notes.append(Note(line: line, text)) }
    if summary.rows == 0 {
      say(
        nilReturns > 0 ? "a nil return: nothing was paid" : "there is no payment below the header")
      return notes
    }
    sayHeader(plan, say)
    switch summary.basis {
    case .net: say("amounts are net of recoverable VAT")
    case .gross: say("amounts include VAT: they are kept out of sums of net amounts")
    case .unstated: break
    }
    if summary.kind == .cards { say("these are purchases by card only, not all that was paid") }
    if isUnnamed { say(PaymentsLayout.unnamed) }
    sayDates(plan, summary, days, say)
    if summary.rounded > 0 {
      say("\(summary.rounded) amounts had digits beyond the penny and were rounded to it")
    }
    if repaired > 0 {
      say("\(repaired) amounts have a pound sign in another code page, which was mended")
    }
    if destroyed > 0 {
      say("\(destroyed) numbers of payments were destroyed by a spreadsheet (such as 2.01E+12)")
    }
    if onlyBody > 0 { say("\(onlyBody) rows hold nothing but the name of the body") }
    return notes + totals.notes
  }

  private func sayHeader(_ plan: PaymentPlan, _ say: (String, Int) -> Void) {
    guard let header = plan.header else {
      return say("the file has no headings: columns were told by what they hold", 0)
    }
    if header.isLast {
      say("the headings stand below the data, as sorting leaves them", header.lines.lowerBound)
    }
    if header.lines.count > 1 {
      say("the headings take several lines", header.lines.lowerBound)
    }
    for (role, choice) in plan.columns.choices.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where choice.confidence != "high" {
      say("\(role.rawValue) is \(plan.columns.name(of: choice.column)): \(choice.evidence)", 0)
    }
  }

  private func sayDates(
    _ plan: PaymentPlan, _ summary: PaymentSummary, _ days: PaymentDays,
    _ say: (String, Int) -> Void
  ) {
    if let lost = plan.columns.lostDates {
      say(
        "all days were lost: \(plan.columns.name(of: lost)) holds only times of day; --period says "
          + "when the payments were made", 0)
    } else if !days.isOwn {
      say(
        plan.titlePeriod == nil
          ? "the file has no day of payment; --period says when the payments were made"
          : "the file has no day of payment; the month is that of its title", 0)
    } else if summary.dateless > 0 {
      say("\(summary.dateless) payments have no day", 0)
    }
    if plan.order == .monthFirst { say("days are written with the month first", 0) }
    if days.serials > 0 { say("days are counts of days, as a spreadsheet keeps them", 0) }
  }
}
