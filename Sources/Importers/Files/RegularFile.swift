import FoundationEssentials

/// What the file system says of a file that is no folder, device or pipe.
public enum RegularFile {
  /// The length of a regular file in bytes, or nil.
  public static func size(_ path: String) -> Int? {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
      let type = facts[.type] as? FileAttributeType, type == .typeRegular
    else { return nil }
    return wholeNumber(facts[.size])
  }

  /// Files' sizes come as one kind of number or another, by which library is there.
  private static func wholeNumber(_ value: Any?) -> Int? {
    if let number = value as? UInt64 { return Int(clamping: number) }
    if let number = value as? UInt { return Int(clamping: number) }
    return value as? Int
  }
}
