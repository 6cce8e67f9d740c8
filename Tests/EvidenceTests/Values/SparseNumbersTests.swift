import Evidence
import Testing

@Suite("Numbers of which some are none")
struct SparseNumbersTests {
  @Test("are none until they are set, and none again when that is taken away")
  func set() {
    var numbers = SparseNumbers<3>()
    #expect((0..<3).allSatisfy { numbers[$0] == nil })
    numbers[1] = -2.5
    #expect(numbers[0] == nil && numbers[1] == -2.5 && numbers[2] == nil)
    numbers[1] = nil
    #expect(numbers == SparseNumbers<3>())
  }

  @Test("are equal where all are, none among them, and hash alike")
  func equality() {
    var (left, right) = (SparseNumbers<2>(), SparseNumbers<2>())
    left[0] = 0
    #expect(left != right)
    right[0] = 0
    #expect(left == right && left.hashValue == right.hashValue)
  }
}
