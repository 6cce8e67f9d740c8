extension DataPackage {
  /// Makes an empty package of version 2 under the Open Government Licence.
  public init(name: String, title: String) {
    self.init(
      schema: "https://datapackage.org/profiles/2.0/datapackage.json", name: name, title: title,
      description: nil, version: nil, sources: nil, licenses: [.openGovernment], placewise: nil,
      resources: [])
  }
}

extension DataPackage.Resource {
  /// Makes the entry of a CSV file in UTF-8.
  public init(
    csv path: String, title: String?, bytes: Int, sha256: String, schema: DataPackage.TableSchema
  ) {
    self.init(
      name: String(path.dropLast(4)), title: title, type: "table", path: path, format: "csv",
      mediatype: "text/csv", encoding: "utf-8", bytes: bytes, hash: "sha256:\(sha256)",
      sources: nil, licenses: nil, schema: schema, placewise: nil)
  }
}

extension DataPackage.Reading {
  /// Makes the reading of one layout without options.
  public init(of layout: String) {
    self.init(
      layout: layout, part: nil, units: nil, period: nil, place: nil, published: nil, measure: nil,
      columns: nil, publisher: nil, title: nil)
  }
}

extension DataPackage.TableSchema {
  /// Makes a schema.
  public init(_ fields: [DataPackage.Field], missingValues: [String]? = nil) {
    self.init(fields: fields, missingValues: missingValues)
  }
}

extension DataPackage.Field {
  /// Makes a column.
  public init(_ name: String, type: String) {
    self.init(name: name, type: type, description: nil)
  }
}
