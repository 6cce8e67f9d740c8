extension Register {
  /// The place for a code of any numbering: current and former ONS codes, E-codes, numbers of the
  /// Department for Education, letters of mySociety, SNAC.
  ///
  /// A number that passed from one council to the next (815 was the county and is the unitary
  /// authority) means the one of the day, or the current one when no day is given. Areas that only
  /// a loaded file brought are not found, so that how a file is read does not depend on others.
  public func place(code: String, on day: Day? = nil) -> Place? {
    let code = Self.normalised(code)
    return indexByCode[code].map { places[$0] }
      ?? place(code: code, schemes: Self.plainSchemes, on: day)
  }

  /// The place for a code of one numbering.
  public func place(_ scheme: CodeScheme, _ value: String, on day: Day? = nil) -> Place? {
    place(code: Self.normalised(value), schemes: [scheme], on: day)
  }

  /// The codes of a place in other numberings, by numbering and value.
  public func otherCodes(of code: String) -> [OtherCode] {
    (codesByPlace[code] ?? []).sorted {
      ($0.scheme.rawValue, $0.value) < ($1.scheme.rawValue, $1.value)
    }
  }

  /// The code in use today for a place or for the one that all of it went to.
  ///
  /// Nil when the code is not known, and when the place was divided or ended without a successor:
  /// its figures then belong to no single place of today.
  public func currentCode(for code: String, on day: Day? = nil) -> String? {
    guard var place = place(code: code, on: day) else { return nil }
    while !place.isCurrent {
      guard let next = successionsByOld[place.code], next.count == 1, next[0].isWhole,
        let successor = self[next[0].new]
      else { return nil }
      place = successor
    }
    return place.code
  }

  /// The body that an area's combined authority is, which has its own accounts.
  public func body(governing area: String) -> Place? {
    bodyByArea[area].flatMap { self[$0] }
  }

  /// The spending body that one row of an outturn sheet is about.
  ///
  /// Sheets name it three times and are wrong now and then: the code of another county
  /// (North Yorkshire, 2015-16), two E-codes exchanged (Tees Valley and West of England, 2016-17),
  /// `n/a`. When E-code and code disagree the name decides; when it does not, the E-code.
  public func identify(ecode: String, code: String, name: String, on day: Day? = nil) -> Place? {
    let first = place(.ecode, ecode, on: day)
    let printed = Self.normalised(code)
    let second =
      place(.publishedForBody, printed, on: day) ?? place(code: printed, on: day)
      ?? place(.publishedInError, printed, on: day)
    guard let first else { return second ?? resolve(name, on: day).place }
    guard let second, second != first else { return first }
    let named = names.candidates(for: name)
    guard let index = indexByCode[second.code], named.contains(index) else { return first }
    return indexByCode[first.code].map(named.contains) == true ? first : second
  }

  /// The numberings that a code is looked up in when none is named, the likeliest first.
  private static let plainSchemes: [CodeScheme] = [
    .formerONS, .ecode, .education, .mySociety, .snac,
  ]

  private func place(code: String, schemes: [CodeScheme], on day: Day?) -> Place? {
    guard let found = otherCodes[code] else { return nil }
    for scheme in schemes {
      let rows = found.filter { $0.scheme == scheme }
      let valid = rows.filter { $0.validity.holds(on: day) }
      if let row = valid.first ?? (day == nil || rows.count == 1 ? rows.last : nil) {
        return self[row.place]
      }
    }
    return nil
  }

  /// A code without spaces around it and in capitals.
  static func normalised(_ code: String) -> String {
    var bytes: [UInt8] = []
    for byte in code.utf8 where byte != 0x20 {
      bytes.append((0x61...0x7A).contains(byte) ? byte - 32 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
