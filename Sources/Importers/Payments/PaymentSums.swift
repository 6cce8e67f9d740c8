import Evidence

/// Sums by body, financial year and service, taken while the rows are read.
struct PaymentSums {
  private struct Sum {
    var year: Int32 = 0
    var service: Int32 = 0
    /// 0 where no sum stands.
    var count: Int32 = 0
    var pence: Int64 = 0
  }

  /// The table of one body: a sum stands at its number, or behind it where others stand there.
  ///
  /// Files are sorted by body mostly, and then its table stays near the processor.
  private struct Area {
    var start = 0
    var size = 0
    var used = 0
  }

  private struct Payment {
    let body, year, service: Int32
    let pence: Int64
  }

  /// The tables of all bodies; one that grew left its old place behind.
  private var sums: [Sum] = []
  private var areas: [Area] = []
  /// What is still to be added.
  private var pending: [Payment] = []

  /// Adds a payment, once it is settled.
  @inline(__always)
  mutating func add(_ body: Int32, _ year: Int32, _ service: Int32, _ pence: Int64) {
    pending.append(Payment(body: body, year: year, service: service, pence: pence))
  }

  /// Adds what was given since the last time, all together: the processor waits for it once.
  mutating func settle() {
    for payment in pending {
      let body = Int(payment.body)
      while areas.count <= body { areas.append(Area()) }
      if 4 * (areas[body].used + 1) > 3 * areas[body].size { grow(body) }
      let place = self.place(payment.year, payment.service, areas[body])
      if sums[place].count == 0 {
        areas[body].used += 1
        sums[place].year = payment.year
        sums[place].service = payment.service
      }
      sums[place].count += 1
      sums[place].pence &+= payment.pence
    }
    pending.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private func place(_ year: Int32, _ service: Int32, _ area: Area) -> Int {
    let mask = area.size &- 1
    let key =
      UInt64(UInt32(bitPattern: year)) &* 0x9e37_79b9_7f4a_7c15
      &+ UInt64(UInt32(bitPattern: service)) &* 0xc2b2_ae3d_27d4_eb4f
    var offset = Int(truncatingIfNeeded: key &>> 32 ^ key &>> 47) & mask
    while true {
      let sum = sums[area.start &+ offset]
      if sum.count == 0 || sum.year == year && sum.service == service {
        return area.start &+ offset
      }
      offset = (offset &+ 1) & mask
    }
  }

  private mutating func grow(_ body: Int) {
    let old = areas[body]
    areas[body].start = sums.count
    areas[body].size = max(16, 2 * old.size)
    sums.append(contentsOf: repeatElement(Sum(), count: areas[body].size))
    for index in old.start..<old.start + old.size where sums[index].count > 0 {
      let sum = sums[index]
      sums[place(sum.year, sum.service, areas[body])] = sum
    }
  }

  /// The sums in order of body, year and service; spellings that are the same text are one.
  func list(_ bodies: [String], _ services: [String]) -> [PaymentSum] {
    let (bodies, bodyRanks) = Self.ranked(bodies)
    // No service stands before all others.
    let (services, serviceRanks) = Self.ranked([""] + services)
    struct Ranked {
      let key: UInt64
      let count: Int
      let pence: Int64
    }
    var ranked: [Ranked] = []
    ranked.reserveCapacity(areas.reduce(0) { $0 + $1.used })
    for (body, area) in areas.enumerated() {
      for sum in sums[area.start..<area.start + area.size] where sum.count > 0 {
        let key =
          UInt64(bodyRanks[body]) << 40 | UInt64(UInt32(bitPattern: sum.year)) << 24
          | UInt64(serviceRanks[Int(sum.service) + 1])
        ranked.append(Ranked(key: key, count: Int(sum.count), pence: sum.pence))
      }
    }
    ranked.sort { $0.key < $1.key }
    var list: [PaymentSum] = []
    list.reserveCapacity(ranked.count)
    var last: UInt64?
    var (year, label) = (-1, "")
    for sum in ranked {
      if sum.key != last {
        let next = Int(sum.key >> 24 & 0xFFFF)
        if next != year { (year, label) = (next, Self.label(next)) }
        list.append(
          PaymentSum(
            body: bodies[Int(sum.key >> 40)], year: label,
            service: services[Int(sum.key & 0xFF_FFFF)]))
        last = sum.key
      }
      list[list.count - 1].count += sum.count
      list[list.count - 1].pence += sum.pence
    }
    return list
  }

  private static func label(_ year: Int) -> String {
    year == 0 ? "" : Period.financialYear(year).label
  }

  /// The different texts in order, and for each text its place among them.
  private static func ranked(_ texts: [String]) -> (texts: [String], ranks: [Int]) {
    var ranks = [Int](repeating: 0, count: texts.count)
    var different: [String] = []
    for index in texts.indices.sorted(by: { texts[$0] < texts[$1] }) {
      if different.last != texts[index] { different.append(texts[index]) }
      ranks[index] = different.count - 1
    }
    return (different, ranks)
  }
}
