import Testing

@testable import Places

@Suite("Folding")
struct FoldingTests {
  @Test(
    "makes names that differ in case, marks and signs the same",
    arguments: [
      ("Bath & North East Somerset", "bath and north east somerset"),
      ("Bath&NES", "bath and nes"), ("King's Lynn", "kings lynn"), ("King’s  Lynn", "kings lynn"),
      ("St. Helens", "st helens"), ("Stoke-on-Trent", "stoke on trent"),
      ("Ynys Môn", "ynys mon"), ("Ynys Mo\u{302}n", "ynys mon"), ("Ŵyŷ", "wyy"),
      ("Bristol, City of", "bristol city of"), ("The Broads", "broads"),
      ("Broads, The", "broads"), ("the", "the"), ("", ""), (" , ", ""),
      ("Łódź Œuvre ß", "lodz oeuvre ss"), ("Lichfield\u{A0}", "lichfield"), ("東京", ""),
    ])
  func folds(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test(
    "takes off marks of footnotes, and nothing else in brackets",
    arguments: [
      ("Havant (e)", "Havant "), ("Leeds [note 3]", "Leeds "), ("Leeds (a) [b]", "Leeds "),
      ("Leeds", "Leeds"), ("North East (2018 to 2024)", "North East (2018 to 2024)"),
      ("(e)", "(e)"), ("", ""), ("Leeds )", "Leeds )"),
    ])
  func notes(text: String, rest: String) {
    #expect(Folding.withoutNotes(text) == rest)
  }

  @Test(
    "leaves the name when the words for the kind of council are taken off",
    arguments: [
      ("manchester city council", "manchester"), ("london borough of camden", "camden"),
      ("barnet london borough council", "barnet"), ("neath port talbot cbc", "neath port talbot"),
      ("bristol city of", "bristol"), ("city of london", "london"), ("council", "council"),
      ("borough council of kings lynn", "kings lynn"), ("city and county of swansea", "swansea"),
      ("durham county council", "durham"), ("west suffolk", "west suffolk"),
    ])
  func designations(folded: String, core: String) {
    #expect(Designation(folded: folded).core == core)
  }

  @Test(
    "counts slips as Damerau and Levenshtein did",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abcd", 1),
      ("abc", "xbc", 1), ("kitten", "sitting", 3), ("machester", "manchester", 1),
      ("ca", "abc", 3), ("abcdef", "badcfe", 3),
    ])
  func distances(left: String, right: String, distance: Int) {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    #expect(EditDistance.between(left, right, limit: 3) == distance)
    #expect(EditDistance.between(right, left, limit: 3) == distance)
    if distance > 0 { #expect(EditDistance.between(left, right, limit: distance - 1) == nil) }
  }
}
