import Tabular
import Testing

@testable import Importers

@Suite("Which layout a sheet of service use has")
struct RecognitionTests {
  private static let explore =
    "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"

  private func layout(_ text: String) throws -> String {
    try Layouts.recognise(Table(Array(text.utf8))).id
  }

  @Test("titles for indicators make Explore Local Statistics, ids make the tidy form")
  func tidyAndExploreLocal() throws {
    let row = ",2023-04-01/P1Y,1,Percentage,%,,,,\n"
    let titled = "\(Self.explore)\nE92000001,England,Nation,Claimant Count\(row)"
    let ours = "\(Self.explore)\nE92000001,England,Nation,els.claimant_count\(row)"
    #expect(try layout(titled) == "explore-local")
    #expect(try layout(ours) == "tidy")
  }

  @Test("a column of our own makes the tidy form whatever the indicators are called")
  func ownColumn() throws {
    let text =
      "\(Self.explore),count,denominator\n"
      + "E92000001,England,Nation,Claimant Count,2023-04-01/P1Y,1,Percentage,%,,,,,1,2\n"
    #expect(try layout(text) == "tidy")
  }

  @Test("columns may stand in another order and notes twice")
  func order() throws {
    let text =
      "areacd,areanm,geography,indicator,period,measure,observation,unit,lci_95,uci_95,status,"
      + "notes,notes\nE92000001,England,Nation,Anxiety,2023-04-01/P1Y,Mean,3.1,Score,,,,,\n"
    #expect(try layout(text) == "explore-local")
  }

  @Test("dictionaries and notes are refused with what they are")
  func dictionaries() {
    let sheets = [
      "AgeID,Age,MinYears,MaxYears\n1,All ages,0,150\n",
      "IID,Unit,UnitValue,ValueType\n108,%,100,Proportion\n",
      "Notes,\nNote number,Note text\n1,Caution\n",
      "Contents table: measure descriptions and the start year,\nMetric,Description\n",
      "\"Table C1: List of combined Local Authorities by Community Safety Partnership\",\n",
    ]
    for text in sheets {
      #expect(throws: ImportError.self) { try layout(text) }
      do {
        _ = try layout(text)
      } catch let error as ImportError {
        #expect(error.kind == .wrongSheet)
      } catch {}
    }
  }
}
