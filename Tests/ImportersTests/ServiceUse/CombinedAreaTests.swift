import Testing

@testable import Importers

@Suite("What a note says of a figure that is not a council's own")
struct CombinedAreaTests {
  @Test("joint figures name two councils, and the first reports the count")
  func joint() {
    let note = CombinedArea(note: "Value for Cornwall & Isles of Scilly combined")
    #expect(note == .joint(first: "Cornwall", second: "Isles of Scilly"))
    #expect(note?.isCountedElsewhere("Isles of Scilly") == true)
    #expect(note?.isCountedElsewhere("Cornwall") == false)
  }

  @Test("a predecessor's figure is told from a joint one")
  func inherited() {
    let note = CombinedArea(note: "Value for Bucks County applied to Bucks UA")
    #expect(note == .inherited(from: "Bucks County", by: "Bucks UA"))
    #expect(note?.isCountedElsewhere("Bucks UA") == false)
  }

  @Test(
    "other notes are left alone", arguments: ["", "Value suppressed", "Value for money combined"])
  func other(_ text: String) {
    #expect(CombinedArea(note: text) == nil)
  }
}
