/// Which suppliers may be named: only those whose name says that they are no private person.
///
/// Rules are data (`datasets/catalogue/supplier-words.csv`): words that only organisations bear, and
/// words that forbid it. A name without either is not printed, for it may be that of a person.
public struct SupplierRules: Sendable {
  private let organisations: TextParts
  private let vetoes: TextParts

  /// Makes rules from words; both lists are compared as `SupplierName.key` writes them.
  public init(organisations: [String], vetoes: [String]) {
    self.organisations = TextParts(organisations.map { " \(SupplierName.folded($0)) " })
    self.vetoes = TextParts(vetoes.map { " \(SupplierName.folded($0)) " })
  }

  /// Rules that let no name through.
  public static let none = SupplierRules(organisations: [], vetoes: [])

  /// True where a name is evidently that of an organisation.
  public func isOrganisation(_ name: String) -> Bool {
    let text = Array(" \(SupplierName.folded(name)) ".utf8)
    return !vetoes.occur(in: text) && organisations.occur(in: text)
  }
}

/// A supplier's name in one spelling, so that one firm written in several ways counts as one.
///
/// The name as published stays in the database beside it: nothing is lost.
public enum SupplierName {
  /// Small letters and digits with single blanks, `limited` as `ltd` and `&` as `and`.
  public static func key(_ name: String) -> String {
    folded(name).split(separator: " ").map { word in
      switch word {
      case "limited": "ltd"
      case "company": "co"
      default: String(word)
      }
    }.joined(separator: " ")
  }

  /// Small letters and digits with single blanks.
  static func folded(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x80...0xFF: bytes.append(byte)
      case 0x26:
        if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
        bytes += [0x61, 0x6E, 0x64, 0x20]
      case 0x27: break
      default: if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
