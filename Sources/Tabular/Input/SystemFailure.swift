/// A call to the operating system that failed, in its own words.
struct SystemFailure: Error {
  /// Such as "No such file or directory".
  let reason: String
}
