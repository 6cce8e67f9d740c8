import Evidence
import Indicators
import Places
import Tabular

/// One CSV per indicator with all its values, and the CSV on the Web metadata beside it.
public struct IndicatorTables: Sendable {
  private let context: ReportContext

  /// Prepares the tables.
  public init(_ context: ReportContext) {
    self.context = context
  }

  /// The files of one indicator.
  public func files(_ indicator: Indicator) -> [ReportFile] {
    guard let values = context.table.packed(indicator.id) else { return [] }
    let same = context.constants[indicator.id] ?? TidyRows.Constants(indicator)
    var table = TidyTable()
    table.append(values, at: values.positions, same, context.register)
    let path = "tables/\(indicator.id).csv"
    return [
      ReportFile(path: path, bytes: table.bytes),
      ReportFile(path: "\(path)-metadata.json", text: metadata(indicator)),
    ]
  }

  /// W3C CSV on the Web: what each column holds.
  private func metadata(_ indicator: Indicator) -> String {
    var columns: [String] = []
    for (index, name) in TidyRows.header.enumerated() {
      let type = TidyRows.numbers.contains(index) ? "decimal" : "string"
      columns.append(
        "      {\"name\": \"\(name)\", \"titles\": \"\(name)\", \"datatype\": \"\(type)\"}")
    }
    let description = JSONText.quoted(indicator.definition)
    return """
      {
        "@context": "http://www.w3.org/ns/csvw",
        "url": "\(indicator.id).csv",
        "dc:title": \(JSONText.quoted(indicator.title)),
        "dc:description": \(description),
        "dc:source": \(JSONText.quoted(indicator.source)),
        "dc:license": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "rdfs:comment": \(JSONText.quoted(indicator.caveats)),
        "tableSchema": {
          "columns": [
      \(columns.joined(separator: ",\n"))
          ],
          "primaryKey": ["areacd", "indicator", "period"]
        }
      }

      """
  }
}

/// Text as a JSON string.
public enum JSONText {
  /// Quotes and escapes a text.
  public static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
