import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Sick pay on the command line")
struct SickPayCommandTests {
  @Test("calc sick_pay answers a table of earnings under every shipped scenario")
  func calc() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let input = try desk.file(
      "earnings.csv", "job,earnings,days,days_per_week\na,110,3,5\nb,130,10,5\nc,x,1,5\n")
    let program = desk.run("calc", "sick_pay", input)
    #expect(program.code == 3, "\(program.words)")
    let lines = program.lines
    #expect(lines[0].hasPrefix("job,earnings,days,days_per_week,out_law_2025_week,"))
    // A £110 job: nothing before; £88.00 a week, £17.60 a day after.
    #expect(lines[1].hasPrefix("a,110,3,5,0,0,66,0,0,66,88,52.8,13.2,"))
    // A £130 job, ten days: seven paid before (£166.25; £172.55 at today's rates), ten after.
    #expect(lines[2].hasPrefix("b,130,10,5,118.75,166.25,93.75,123.25,172.55,87.45,104,208,52,"))
    #expect(lines[3].contains("not a number"))
  }

  @Test("calc --list names sick_pay and what it reads")
  func list() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = desk.run("calc", "--list")
    #expect(program.code == 0 && program.output.contains("sick_pay"))
    #expect(program.output.contains("pay_share"))
  }

  @Test("scenarios that are not understood are refused with file and line, and none is said")
  func scenarios() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let input = try desk.file("earnings.csv", "earnings\n110\n")
    let catalogue = desk.path("datasets/catalogue")
    try FileManager.default.createDirectory(
      atPath: catalogue, withIntermediateDirectories: true)
    let none = Program(["calc", "sick_pay", input, "--workspace", desk.scratch.url.path])
    #expect(none.code == 4 && none.words.contains("sick-pay-scenarios.csv"))
    let header =
      "id,title,kind,weekly_rate,lower_limit,share_of_earnings,waiting_days,shortest_absence,note,source\n"
    for (row, words) in [
      ("a,A,after,pounds,,80,0,1,,", "weekly_rate"), ("a,A,after,,,80,0,1,,", "weekly_rate"),
      ("a,A,some,100,,80,0,1,,", "before, uprated"),
      ("a,A,after,100,,180,0,1,,", "the scenario 'a'"),
      ("a,A,after,100,,80,0,1,,\na,B,after,100,,80,0,1,,", "no other scenario"),
    ] {
      _ = try desk.file("datasets/catalogue/sick-pay-scenarios.csv", header + row + "\n")
      let program = Program(["calc", "sick_pay", input, "--workspace", desk.scratch.url.path])
      #expect(program.code == 4 && program.words.contains(words), "\(program.words)")
      #expect(program.words.contains("sick-pay-scenarios.csv:"))
    }
  }
}
