import Evidence
import FoundationEssentials
import Importers
import Store
import Tabular

/// Where each figure of a data set stood in its publisher's file.
///
/// `sources.csv`: resource, publisher's file, SHA-256 and length. `source-columns.csv`: resource,
/// measure, column. With the line in every row of the resource they lead from a figure to a cell.
struct SourceTables {
  private struct Entry {
    let file: String
    let sha256: String
    let bytes: Int
    let published: String
    let columns: [(measure: String, column: Int)]
  }

  private var entries: [String: Entry] = [:]
  private static let names = ["sources.csv", "source-columns.csv"]
  private static let headers = [
    ["resource", "publisher_file", "sha256", "bytes", "published"],
    ["resource", "measure", "column"],
  ]

  /// Makes empty tables.
  init() {}

  /// Reads the tables of a data set's folder.
  init(_ folder: String) throws(ImportError) {
    guard
      let files = try CatalogueTable(
        Workspace.join(folder, Self.names[0]), columns: Self.headers[0])
    else { return }
    let columns = try CatalogueTable(
      Workspace.join(folder, Self.names[1]), columns: Self.headers[1])
    var byResource: [String: [(measure: String, column: Int)]] = [:]
    if let columns {
      for row in columns.rows {
        byResource[columns.text(row, "resource"), default: []]
          .append((columns.text(row, "measure"), try columns.int(row, "column")))
      }
    }
    for row in files.rows {
      let resource = files.text(row, "resource")
      entries[resource] = Entry(
        file: files.text(row, "publisher_file"), sha256: files.text(row, "sha256"),
        bytes: try files.int(row, "bytes"), published: files.text(row, "published"),
        columns: byResource[resource] ?? [])
    }
  }

  /// True where no resource has a name, or one that a file is to replace.
  ///
  /// Replaced are the same publisher's file and one of the same name and day of publication; a
  /// release of another day stands beside it.
  func isFree(_ resource: String, for source: Source, _ publisherFile: String) -> Bool {
    guard let entry = entries[resource] else { return true }
    return entry.file == publisherFile
      && (entry.sha256 == source.sha256 || entry.published == source.published)
  }

  /// The publisher's file behind a resource, with the column of a measure; 0 where each row says it.
  func publisherCell(
    of resource: String, _ measure: String
  ) -> (file: String, sha256: String, column: Int)? {
    guard let entry = entries[resource] else { return nil }
    let column = entry.columns.first { $0.measure == measure }?.column ?? 0
    return (entry.file, entry.sha256, column)
  }

  /// Sets what stands behind a resource.
  mutating func set(
    _ resource: String, _ source: Source, columns: [(measure: String, column: Int)],
    publisherFile: String
  ) {
    entries[resource] = Entry(
      file: publisherFile, sha256: source.sha256, bytes: source.bytes, published: source.published,
      columns: columns)
  }

  /// The tables as files.
  func files() throws -> [(name: String, bytes: [UInt8])] {
    var files = CSVWriter(safety: .raw)
    var columns = CSVWriter(safety: .raw)
    files.append(record: Self.headers[0])
    columns.append(record: Self.headers[1])
    for (resource, entry) in entries.sorted(by: { $0.key < $1.key }) {
      files.append(record: [
        resource, entry.file, entry.sha256, String(entry.bytes), entry.published,
      ])
      for column in entry.columns {
        columns.append(record: [resource, column.measure, String(column.column)])
      }
    }
    return [(Self.names[0], files.bytes), (Self.names[1], columns.bytes)]
  }

  /// The package entry of one of the tables.
  func resource(_ name: String, _ bytes: [UInt8]) -> DataPackage.Resource {
    let header = Self.headers[name == Self.names[0] ? 0 : 1]
    let fields = header.map {
      DataPackage.Field($0, type: $0 == "bytes" || $0 == "column" ? "integer" : "string")
    }
    let title = name == Self.names[0] ? "Publishers' files" : "Columns in the publishers' files"
    return DataPackage.Resource(
      csv: name, title: title, bytes: bytes.count, sha256: SHA256.hex(of: bytes),
      schema: .init(fields))
  }
}
