/// Which publisher's numbering a code belongs to.
public enum CodeScheme: String, CaseIterable, Sendable {
  /// An ONS code that the same council had before.
  case formerONS = "gss-old"
  /// The E-code of the outturn sheets.
  case ecode
  /// The three-digit number of the Department for Education.
  case education = "dfe-lea"
  /// The letters of mySociety's register.
  case mySociety = "mysociety"
  /// The four characters used before 2009 (SNAC).
  case snac
  /// An ONS code that outturn sheets print for a body although it names an area.
  case publishedForBody = "gss-body"
  /// A code that a publisher printed in error.
  case publishedInError = "gss-error"
}
