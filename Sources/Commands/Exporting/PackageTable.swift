import Store

/// A table of the Data Package: its file, its columns, its keys.
struct PackageTable {
  /// A column.
  struct Field {
    let name: String
    /// `string`, `number` or `integer`.
    let type: String
  }

  /// A column that names a row of another table.
  struct Reference {
    let field: String
    let table: String
    let target: String
  }

  let name: String
  let path: String
  let title: String
  let description: String
  let fields: [Field]
  let key: [String]
  var references: [Reference] = []

  /// The entry in `datapackage.json`.
  func resource(bytes: [UInt8]) -> JSONNode {
    var schema: [(String, JSONNode)] = [
      ("fields", .array(fields.map(field))), ("primaryKey", .texts(key)),
    ]
    if !references.isEmpty {
      schema.append(("foreignKeys", .array(references.map(foreignKey))))
    }
    schema.append(("missingValues", .texts([""])))
    return .object([
      ("name", .text(name)), ("type", .text("table")), ("title", .text(title)),
      ("description", .text(description)), ("path", .text(path)), ("format", .text("csv")),
      ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      ("bytes", .int(bytes.count)), ("hash", .text("sha256:\(SHA256.hex(of: bytes))")),
      ("schema", .object(schema)),
    ])
  }

  private func field(_ field: Field) -> JSONNode {
    var members: [(String, JSONNode)] = [("name", .text(field.name)), ("type", .text(field.type))]
    if let words = ColumnWords.text(field.name, of: name) {
      members.append(("description", .text(words)))
    }
    if key.contains(field.name) {
      members.append(("constraints", .object([("required", .bool(true))])))
    }
    return .object(members)
  }

  private func foreignKey(_ reference: Reference) -> JSONNode {
    .object([
      ("fields", .texts([reference.field])),
      (
        "reference",
        .object([
          ("resource", .text(reference.table)), ("fields", .texts([reference.target])),
        ])
      ),
    ])
  }

  /// W3C CSV on the Web: what each column holds.
  var webMetadata: String {
    let columns = fields.map { field in
      var members: [(String, JSONNode)] = [
        ("name", .text(field.name)), ("titles", .text(field.name)),
        (
          "datatype",
          .text(field.type == "number" ? "decimal" : field.type)
        ),
      ]
      if let words = ColumnWords.text(field.name, of: name) {
        members.append(("dc:description", .text(words)))
      }
      return JSONNode.object(members)
    }
    return JSONNode.object([
      ("@context", .text("http://www.w3.org/ns/csvw")), ("url", .text(path)),
      ("dc:title", .text(title)), ("dc:description", .text(description)),
      ("dc:license", .text(PackageExport.licence)),
      (
        "tableSchema",
        .object([("columns", .array(columns)), ("primaryKey", .texts(key))])
      ),
    ]).document
  }
}
