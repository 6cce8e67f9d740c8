import Evidence
import Places
import Tabular

/// The place register: this product's own tables, and published lists of codes and names.
///
/// Own form: the parts of `datasets/places/`, each known by its exact header. Published lists of
/// local authorities (the geo-lookups compilation, ONS lookups, mySociety's registry, ONS
/// neighbours) are checked row by row against the register; names that it lacks are added as
/// spellings.
public struct PlacesLayout: Layout {
  /// `places`.
  public let id = "places"
  /// One line for `inspect`.
  public let summary = "places: codes, names, members, successors, neighbours"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet is a part of the register or a list of codes.
  public func recognise(_ sheet: Table) -> Recognition {
    if Self.part(of: sheet) != nil || PublishedPlaces(sheet) != nil { return .match }
    return .none
  }

  private static func part(of sheet: Table) -> RegisterPart? {
    guard let header = sheet.rows.first?.fields else { return nil }
    return RegisterPart.allCases.first { $0.columns == header }
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let part = Self.part(of: sheet) else {
      guard let list = PublishedPlaces(sheet) else {
        throw ImportError(.notRecognised, "no columns of codes and names were found")
      }
      return list.extract(sheet, context.register)
    }
    var extract = Extract()
    var rows = RegisterRows()
    extract.published = context.options.published ?? ""
    extract.ledger.skip(.header)
    for row in sheet.rows.dropFirst() {
      do {
        try rows.append(row.fields, to: part)
        extract.ledger.load()
      } catch {
        extract.ledger.reject()
        extract.rejects.append(
          Reject(
            line: row.line, field: 0, reason: "\(error)", raw: row.fields.joined(separator: ",")))
      }
    }
    extract.places = rows
    return extract
  }
}
