import Foundation
import Store
import Testing

/// The `StoreError` that some work throws; another error, or none, is recorded as an issue.
func storeError(
  sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) -> StoreError? {
  do {
    try work()
    Issue.record("no error was thrown", sourceLocation: sourceLocation)
  } catch let error as StoreError {
    return error
  } catch {
    Issue.record("another error was thrown: \(error)", sourceLocation: sourceLocation)
  }
  return nil
}

/// The `FileError` that some work throws; another error, or none, is recorded as an issue.
func fileError(
  sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) -> FileError? {
  do {
    try work()
    Issue.record("no error was thrown", sourceLocation: sourceLocation)
  } catch let error as FileError {
    return error
  } catch {
    Issue.record("another error was thrown: \(error)", sourceLocation: sourceLocation)
  }
  return nil
}

/// The names in a folder, sorted.
func names(in url: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
}
