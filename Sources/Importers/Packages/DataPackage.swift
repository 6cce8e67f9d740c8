import FoundationEssentials

/// A data set's package file: `datapackage.json`, Data Package version 2.
///
/// Only what this product reads or writes is modelled; a `placewise` object in each resource
/// names the layout and its options.
public struct DataPackage: Codable, Hashable, Sendable {
  /// The profile's address.
  public var schema: String?
  /// The data set's name: its folder.
  public var name: String
  /// What it holds, in a line.
  public var title: String?
  /// More about it.
  public var description: String?
  /// The release of the data set in this form.
  public var version: String?
  /// Where the figures come from.
  public var sources: [Origin]?
  /// Under which licences.
  public var licenses: [Licence]?
  /// What this product holds the data set to.
  public var placewise: Holding?
  /// The files.
  public var resources: [Resource]

  /// What this product holds a data set to.
  public struct Holding: Codable, Hashable, Sendable {
    /// How old its newest release may be.
    public var freshness: Freshness?
    /// Who protects its figures, and how; nil for the publisher.
    public var disclosure: DisclosureHolding?
  }

  /// How old the newest release of a data set may be, in days from its publication.
  public struct Freshness: Codable, Hashable, Sendable {
    /// More days than this are worth a warning.
    public var warnAfter: Int?
    /// More days than this fail a check.
    public var errorAfter: Int?
  }

  /// Where figures come from.
  public struct Origin: Codable, Hashable, Sendable {
    /// Publisher and publication.
    public var title: String
    /// Its address.
    public var path: String?

    /// Makes an origin.
    public init(title: String, path: String? = nil) {
      self.title = title
      self.path = path
    }
  }

  /// A licence.
  public struct Licence: Codable, Hashable, Sendable {
    /// Its short name.
    public var name: String
    /// Its address.
    public var path: String?
    /// Its full name.
    public var title: String?

    /// The Open Government Licence, under which Crown copyright statistics are published.
    public static let openGovernment = Licence(
      name: "OGL-UK-3.0",
      path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
      title: "Open Government Licence v3.0")
  }

  /// One file of the data set.
  public struct Resource: Codable, Hashable, Sendable {
    /// The resource's name: lower case, digits, dots and dashes.
    public var name: String
    /// What it holds, in a line.
    public var title: String?
    /// `table`.
    public var type: String?
    /// The file, beside the package file or below it.
    public var path: String
    /// `csv`.
    public var format: String?
    /// `text/csv`.
    public var mediatype: String?
    /// `utf-8`.
    public var encoding: String?
    /// Length in bytes.
    public var bytes: Int?
    /// `sha256:` and the digest of the bytes.
    public var hash: String?
    /// Where these figures come from, where it differs from the package's.
    public var sources: [Origin]?
    /// Under which licences, where they differ from the package's.
    public var licenses: [Licence]?
    /// The columns.
    public var schema: TableSchema?
    /// How this product reads the file.
    public var placewise: Reading?
  }

  /// The columns of a file.
  public struct TableSchema: Codable, Hashable, Sendable {
    /// The columns in order.
    public var fields: [Field]
    /// Texts that stand in place of a value.
    public var missingValues: [String]?
  }

  /// A column.
  public struct Field: Codable, Hashable, Sendable {
    /// Its heading.
    public var name: String
    /// Its type: `string`, `number`, `integer`, `date`, `boolean`.
    public var type: String?
    /// What it holds.
    public var description: String?
  }

  /// How this product reads a file.
  public struct Reading: Codable, Hashable, Sendable {
    /// The layout's name.
    public var layout: String
    /// The part of a layout that has several.
    public var part: String?
    /// The scale of money: `pounds`, `thousands`, `millions`.
    public var units: String?
    /// The period of all rows, ISO 8601.
    public var period: String?
    /// The one place of all rows.
    public var place: String?
    /// The day of publication, ISO.
    public var published: String?
    /// The one measure of all rows.
    public var measure: String?
    /// Which column holds what, for the layout `mapped`.
    public var columns: [String: String]?
    /// Who published the figures.
    public var publisher: String?
    /// The publication's title.
    public var title: String?
    /// What did not agree among these figures in the publisher's file.
    public var checks: [String]?
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name, title, description, version, sources, licenses, placewise, resources
  }
}

extension DataPackage.Reading {
  /// The options as layouts take them.
  ///
  /// - Throws: `ImportError` where a value is not one of those allowed.
  public func options(path: String) throws(ImportError) -> ImportOptions {
    var options = ImportOptions()
    options.layout = layout
    options.part = part
    options.place = place
    options.published = published
    options.measure = measure
    options.columns = columns ?? [:]
    if let units {
      guard let scale = ImportOptions.scale(named: units) else {
        throw ImportError(
          .incomplete, path: path, "found units '\(units)', expected pounds, thousands or millions")
      }
      options.scale = scale
    }
    if let period {
      guard let found = ImportOptions.period(named: period) else {
        throw ImportError(
          .incomplete, path: path, "found period '\(period)', expected one such as 2024-04-01/P1Y")
      }
      options.period = found
    }
    return options
  }
}
