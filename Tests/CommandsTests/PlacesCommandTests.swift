import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise places")
struct PlacesCommandTests {
  @Test(
    "finds by code, name, spelling and part of a name",
    arguments: [
      ("E08000003", "Manchester"), ("manchester city council", "Manchester"),
      ("Bristol, City of", "Bristol"), ("tower ham", "Tower Hamlets"), ("00EB", "Hartlepool"),
    ])
  func finds(_ query: String, _ name: String) throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = desk.run("places", query, "--format", "csv")
    #expect(program.code == 0)
    #expect(program.lines.count >= 2)
    #expect(program.lines[1].contains(",\(name),"))
  }

  @Test("a slip of the pen is no place, and the nearest is named")
  func suggests() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = desk.run("places", "Machester")
    #expect(program.code == 2)
    #expect(program.output.isEmpty)
    #expect(program.words.contains("did you mean Manchester (metropolitan district, E08000003)"))
  }

  @Test("lists members, neighbours, history and groups")
  func lists() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    // The English core cities outside London: eight councils.
    let cities = desk.run("places", "--members", "Core cities", "--format", "csv")
    #expect(cities.lines.count == 9)
    // Greater Manchester Order 2011: ten councils.
    #expect(
      desk.run("places", "--members", "Greater Manchester", "--format", "csv").lines.count == 11)
    let kent = desk.run("places", "--neighbours", "Kent", "--format", "csv")
    #expect(kent.lines.dropFirst().allSatisfy { $0.contains("county council") })
    #expect(kent.words.contains("of the same tier"))
    // The Somerset (Structural Changes) Order 2022: a county and four districts, on 1 April 2023.
    let past = desk.run("places", "--history", "Somerset", "--format", "csv")
    #expect(past.lines.contains { $0.hasPrefix("2023-04-01,Somerset,formed,") })
    #expect(past.lines.last == "2023-04-01,Somerset,footprint,footprint-somerset,Somerset")
    // Its ground: a county with five districts, with four from 2019, one council from 2023.
    let ground = desk.run("places", "--history", "footprint-somerset", "--format", "csv")
    #expect(ground.lines.count == 4 && ground.lines[3].hasPrefix("2023-04-01,Somerset,councils,"))
    // Counties have no member below them that is of the group.
    #expect(desk.run("places", "--members", "counties", "--format", "csv").lines.count == 22)
    let groups = desk.run("places", "--groups", "--format", "csv")
    #expect(groups.output.contains("core-cities,Core cities,comparison,8,\"The eight English"))
  }

  /// The Surrey decision of 28 October 2025.
  @Test("points councils to come to the ground that they will lie in")
  func toCome() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    for place in ["Surrey", "footprint-surrey", "Surrey footprint"] {
      let past = desk.run("places", "--history", place, "--format", "csv")
      #expect(
        past.output.contains("2027-04-01,Surrey,new council,,West Surrey (code not yet published)")
          || past.output.contains(
            "2027-04-01,Surrey footprint,new council,,West Surrey (code not yet published)"),
        "\(place): \(past.output)")
    }
    let unborn = desk.run("places", "--neighbours", "East Surrey")
    #expect(unborn.code == 2)
    #expect(
      unborn.words.contains("East Surrey begins on 2027-04-01 and has no figures yet")
        && unborn.words.contains("footprint-surrey"))
  }

  @Test("asked for two things at once, it says so")
  func misuse() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    #expect(desk.run("places", "Leeds", "--members", "core-cities").code == 2)
    #expect(desk.run("places", "--members", "core-citys").words.contains("core-cities"))
    let two = desk.run("places", "--members", "West Midlands")
    #expect(two.code == 2 && two.words.contains("(region, E12000005) or West Midlands (combined"))
    #expect(
      desk.run("places", "Leeds", "--format", "xml").words.contains("table, markdown, csv, json"))
  }

  @Test("outside a workspace it says what to do")
  func nowhere() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = Program(["places", "Leeds", "--workspace", desk.path("")])
    #expect(program.code == 4)
    #expect(program.words.contains("--workspace DIR"))
  }
}
