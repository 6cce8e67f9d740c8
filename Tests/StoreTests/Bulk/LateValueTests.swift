import Dispatch
import Store
import Synchronization
import Testing

@Suite("A late value")
struct LateValueTests {
  @Test("is waited for by all who need it", arguments: [42, nil])
  func waited(value: Int?) {
    let late = LateValue<Int>()
    let found = Mutex<[Int?]>([])
    let group = DispatchGroup()
    for _ in 0..<3 {
      DispatchQueue(label: "waiting").async(group: group) {
        let one = late.wait()
        found.withLock { $0.append(one) }
      }
    }
    late.set(value)
    group.wait()
    #expect(found.withLock { $0 } == [value, value, value])
    #expect(late.wait() == value)
  }
}
