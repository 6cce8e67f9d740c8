import Evidence

/// Sums by body, financial year and service, taken while the rows are read.
struct PaymentSums {
  private struct Sum {
    var body: Int32 = -1
    var year: Int32 = 0
    var service: Int32 = 0
    var count: Int32 = 0
    var pence: Int64 = 0
  }

  /// A table in which a sum stands at its number, or behind it where others stand there.
  private var sums = [Sum](repeating: Sum(), count: 1024)
  private var used = 0

  /// What is still to be added.
  private var pending: [Sum] = []

  /// Adds a payment, once it is settled.
  @inline(__always)
  mutating func add(_ body: Int32, _ year: Int32, _ service: Int32, _ pence: Int64) {
    pending.append(Sum(body: body, year: year, service: service, count: 1, pence: pence))
  }

  /// Adds what was given since the last time, all together: the processor waits for it once.
  mutating func settle() {
    for sum in pending {
      var place = Self.place(sum.body, sum.year, sum.service, in: sums)
      if sums[place].body < 0 {
        if 4 * (used + 1) > 3 * sums.count {
          grow()
          place = Self.place(sum.body, sum.year, sum.service, in: sums)
        }
        used += 1
        sums[place] = sum
      } else {
        sums[place].count += 1
        sums[place].pence &+= sum.pence
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private static func place(
    _ body: Int32, _ year: Int32, _ service: Int32, in sums: [Sum]
  ) -> Int {
    let mask = sums.count &- 1
    let key =
      UInt64(UInt32(bitPattern: body)) &* 0xff51_afd7_ed55_8ccd
      &+ UInt64(UInt32(bitPattern: year)) &* 0x9e37_79b9_7f4a_7c15
      &+ UInt64(UInt32(bitPattern: service)) &* 0xc2b2_ae3d_27d4_eb4f
    var place = Int(truncatingIfNeeded: key &>> 32 ^ key &>> 47) & mask
    while true {
      let sum = sums[place]
      if sum.body < 0 || sum.body == body && sum.year == year && sum.service == service {
        return place
      }
      place = (place &+ 1) & mask
    }
  }

  private mutating func grow() {
    var larger = [Sum](repeating: Sum(), count: 2 * sums.count)
    for sum in sums where sum.body >= 0 {
      larger[Self.place(sum.body, sum.year, sum.service, in: larger)] = sum
    }
    sums = larger
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
    ranked.reserveCapacity(used)
    for sum in sums where sum.body >= 0 {
      let key =
        UInt64(bodyRanks[Int(sum.body)]) << 40 | UInt64(UInt32(bitPattern: sum.year)) << 24
        | UInt64(serviceRanks[Int(sum.service) + 1])
      ranked.append(Ranked(key: key, count: Int(sum.count), pence: sum.pence))
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
