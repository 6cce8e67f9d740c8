import Evidence
import Foundation
import Places
import TestSupport
import Testing

@testable import Importers

@Suite("Published files of service use", .enabled(if: Reference.isPresent))
struct PublishedFilesTests {
  @Test("every file is either read with these counts or refused as a dictionary, notes or cover")
  func everyFileIsKnown() {
    let known = Set(FileCounts.all.flatMap(\.files.keys)).union(FileCounts.refused)
    #expect(Set(ServiceFiles.all) == known)
  }

  @Test(
    "a file loads with no option, its ledger adds up and nothing is rejected",
    arguments: FileCounts.all.map(\.layout))
  func counts(layout: String) throws {
    let files = FileCounts.all.first { $0.layout == layout }?.files ?? [:]
    for (path, expected) in files.sorted(by: { $0.key < $1.key }) {
      let reading = try ServiceFiles.read(path)
      let ledger = reading.extract.ledger
      let found = [
        ledger.read, ledger.loaded, ledger.skipped(.unused), ledger.skipped(.repeated),
        reading.extract.observations.count,
      ]
      #expect(found == expected, "\(path)")
      #expect(reading.source.layout == layout, "\(path)")
      #expect(ledger.balances && ledger.rejected == 0, "\(path)")
      #expect(reading.extract.rejects.isEmpty, "\(path)")
      let measures = Set(reading.extract.measures.map(\.id))
      let areas = Set(reading.extract.areas.map(\.code))
      #expect(areas.allSatisfy { ServiceFiles.register[$0] == nil }, "\(path)")
      for figure in reading.extract.observations {
        let isKnown = ServiceFiles.register[figure.place] != nil || areas.contains(figure.place)
        guard isKnown, measures.contains(figure.measure),
          figure.value != nil || !figure.status.isEmpty
        else {
          Issue.record("\(path) line \(figure.line): \(figure)")
          break
        }
      }
    }
  }

  @Test(
    "a sheet without figures is refused with what it is", arguments: FileCounts.refused.sorted())
  func refused(path: String) throws {
    do {
      _ = try ServiceFiles.read(path)
      Issue.record("\(path) was read")
    } catch let error as ImportError {
      #expect(error.kind == .wrongSheet)
      #expect(error.message.contains("without figures"))
    }
  }
}
