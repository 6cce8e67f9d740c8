import Evidence

/// Sums by body, financial year and service, taken while the rows are read.
struct PaymentSums {
  private struct Key: Hashable {
    let body, year, service: Int32
  }

  private var sums: [Key: (count: Int, pence: Int64)] = [:]

  mutating func add(_ body: Int32, _ year: Int32, _ service: Int32, _ pence: Int64) {
    let key = Key(body: body, year: year, service: service)
    let old = sums[key] ?? (0, 0)
    sums[key] = (old.count + 1, old.pence + pence)
  }

  /// The sums in order of body, year and service; spellings that differ only in case are one.
  func list(_ bodies: [String], _ services: [String]) -> [PaymentSum] {
    var merged: [PaymentSum: PaymentSum] = [:]
    for (key, sum) in sums {
      let year = Int(key.year)
      let label = year == 0 ? "" : Period.financialYear(year).label
      let service = key.service < 0 ? "" : services[Int(key.service)]
      let empty = PaymentSum(body: bodies[Int(key.body)], year: label, service: service)
      var total = merged[empty] ?? empty
      total.count += sum.count
      total.pence += sum.pence
      merged[empty] = total
    }
    return merged.values.sorted {
      ($0.body, $0.year, $0.service) < ($1.body, $1.year, $1.service)
    }
  }
}
