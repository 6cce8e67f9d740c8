import Evidence
import Testing

@testable import Importers

/// Quirks of published files, each in a file of two or three rows made for the test.
@Suite("Quirks of service use files")
struct MadeFilesTests {
  private static let fingertips =
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,"
    + "Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,"
    + "Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
    + "Compared to England value or percentiles,Compared to percentiles,Time period Sortable,"
    + "New data,Compared to goal"

  private func figures(_ text: String) throws -> [Observation] {
    try ServiceFiles.read(text: text).extract.observations
  }

  @Test("a joint value is estimated for both councils and counted for the first only")
  func jointValue() throws {
    let note = "Value for Hackney and City of London combined"
    let text =
      Self.fingertips
      + "\n93356,Campylobacter,,,E09000012,Hackney,,Persons,All ages,,,2015,50,40,60,,,140,280000,"
      + "\(note),,,,20150000,,"
      + "\n93356,Campylobacter,,,E09000001,City of London,,Persons,All ages,,,2015,50,40,60,,,140,"
      + "280000,\(note),,,,20150000,,\n"
    let found = try figures(text)
    #expect(found.map(\.value) == [50, 50])
    #expect(found.map(\.count) == [140, nil])
    #expect(found.allSatisfy { $0.status == .estimated })
  }

  @Test("a missing value keeps its reason, also where HTML was left in the cell")
  func noData() throws {
    let start = "\n90284,Injuries,,,E08000003,Manchester,,Male,<15 yrs,,,2022/23,"
    let text =
      Self.fingertips + start + "<div class=\"no-data\">-</div>,,,,,,,Not presented,,,,20220000,,"
      + "\n90284,Injuries,,,E08000003,Manchester,,Male,<15 yrs,,,2021/22,,,,,,,,"
      + "Value suppressed for disclosure control due to small count,,,,20210000,,\n"
    let quoted = text.replacing(
      "<div class=\"no-data\">-</div>", with: "\"<div class=\"\"no-data\"\">-</div>\"")
    let found = try figures(quoted)
    #expect(found.map(\.measure) == Array(repeating: "fingertips.90284.under_15.male", count: 2))
    #expect(found.map(\.status) == [.notAvailable, .confidential])
  }

  @Test("a quarter is told by the order of a star file's rows, categories stand exchanged")
  func starFile() throws {
    let header =
      "IndicatorId,Year,AgeID,SexID,AreaCode,Count,Value,LowerCI,UpperCI,Denominator,Trend,Sex,Age,"
      + "CategoryType,Category\n"
    let row = "91040,2018,219,4,E92000001,1,2,1,3,50,,Persons,40-74 yrs,,\n"
    let found = try figures(
      header + row + row + "93124,2021,1,4,E92000001,5,1,0,2,500000,,Persons,All ages,"
        + "Chinese,Ethnic groups\n")
    #expect(found[0].period.iso == "2018-04-01/P3M")
    #expect(found[1].period.iso == "2018-07-01/P3M")
    #expect(found[0].measure == "fingertips.91040.40_74")
    #expect(found[2].measure == "fingertips.93124.ethnic_groups.chinese")
  }

  @Test("limits of a count printed for a rate are marked unreliable")
  func unscaledLimits() throws {
    let text =
      "IndicatorId,Year,AgeID,SexID,AreaCode,Count,Value,LowerCI,UpperCI,Denominator,Trend,Sex,Age,"
      + "CategoryType,Category\n"
      + "93124,2021,1,4,E06000064,0,0,0,3.6888795,227006,,Persons,All ages,,\n"
      + "93124,2021,1,4,E06000063,0,0,0,1.3,280000,,Persons,All ages,,\n"
    #expect(try figures(text).map(\.status) == [.unreliable, []])
  }

  @Test("one council under an old and a new code is loaded once")
  func oldAndNewCode() throws {
    let text =
      "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"
      + "\nE08000016,Barnsley,LAD,Literacy,2023-09-01/P1Y,70,Percentage,%,,,,"
      + "\nE08000038,Barnsley,LAD,Literacy,2023-09-01/P1Y,70,Percentage,%,,,,"
      + "\nE08000039,Sheffield,LAD,Literacy,2023-09-01/P1Y,,Percentage,%,,,u,\n"
    let reading = try ServiceFiles.read(text: text)
    #expect(reading.extract.observations.map(\.place) == ["E08000038", "E08000039"])
    #expect(reading.extract.ledger.skipped(.repeated) == 1)
    #expect(reading.extract.observations[1].status == [.notAvailable, .unreliable])
  }

  @Test("codes and names of councils stand in either order, and x is not available")
  func education() throws {
    let start =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
      + "region_name,old_la_code,"
    let rest = "\"2025\",Reporting year,Local authority,E92000001,England,E12000002,North West,352,"
    let one =
      start + "new_la_code,la_name,referral_count,rereferral_count,rereferral_percent\n" + rest
      + "E08000003,Manchester,200,50,25\n"
    let other =
      "\u{FEFF}" + start
      + "la_name,new_la_code,referral_count,rereferral_count,rereferral_percent\n"
      + rest + "Manchester,E08000003,200,x,c\n"
    let found = try figures(one)
    #expect(found.map(\.value) == [200, 50, 25])
    #expect(found[2].measure == "dfe.referrals.rereferral_percent")
    #expect(found[2].count == 50 && found[2].denominator == 200)
    #expect(found[2].period.iso == "2024-04-01/P1Y")
    #expect(try figures(other).map(\.status) == [[], .notAvailable, .confidential])
  }

  @Test("a joint return is estimated for its councils and counted for the first")
  func jointReturn() throws {
    let text =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
      + "region_name,old_la_code,new_la_code,la_name,referral_count,rereferral_count,"
      + "rereferral_percent\n2025,Reporting year,Local authority,E92000001,England,E12000007,London,"
      + "314 / 318,,Kingston and Richmond,200,50,25\n"
    let found = try figures(text)
    #expect(found.map(\.value) == [200, nil, 50, nil, 25, 25])
    #expect(Set(found.map(\.place)) == ["E09000021", "E09000027"])
  }

  @Test("rows of one format that stand twice are parts of a total")
  func libraryLoans() throws {
    let text =
      "Authority,Format,Content age group,Period,Count\n"
      + "E08000032,Physical audiobook,Unknown,2023-04-01/P1M,727\n"
      + "E08000032,Physical audiobook,Unknown,2023-04-01/P1M,2159\n"
    let reading = try ServiceFiles.read(text: text)
    #expect(reading.extract.observations.map(\.value) == [2886])
    #expect(reading.extract.ledger.loaded == 2)
  }
}
