import FoundationEssentials
import Importers
import Store

/// What a build starts from: the inputs as the lock has them, or as they are where that is asked
/// for, with what is then to be written.
struct LockedInputs {
  /// The inputs; package files that will be written anew as they will be.
  let inputs: BuildInputs
  /// True where files may differ from what their package file vouches for.
  let acceptsChanges: Bool
  /// Package files with new digests, by path below the folder of data sets.
  private var packages: [(path: String, bytes: [UInt8])] = []
  private var lock: InputLock?

  /// Reads the inputs and holds them against the lock.
  ///
  /// - Throws: `CommandFailure` with code 4 that names each file that differs, unless changes are
  ///   accepted.
  init(_ workspace: Workspace, acceptsChanges: Bool = false, console: Console) throws {
    var inputs = try BuildInputs(workspace)
    self.acceptsChanges = acceptsChanges
    let held = try InputLock(workspace)
    guard acceptsChanges else {
      self.inputs = inputs
      guard let held else {
        console.say(
          "\(InputLock.path(workspace)): there is no such file; 'placewise build --update-lock' "
            + "writes it, and from then on changed inputs are refused")
        return
      }
      let sentences = held.differences(from: inputs).map { InputLock.sentence($0, in: workspace) }
      guard sentences.isEmpty else {
        throw CommandFailure(.inputRefused, sentences.joined(separator: "\n"))
      }
      return
    }
    packages = try PackageRefresh.changed(workspace, inputs)
    for package in packages { inputs.set(package.path, to: package.bytes) }
    self.inputs = inputs
    let new = InputLock(inputs, layouts: try Datasets(workspace).layouts)
    if new != held { lock = new }
  }

  /// Writes the package files and the lock.
  func write(_ workspace: Workspace, console: Console) throws {
    for package in packages {
      try FileReplacement.write(
        package.bytes, to: Workspace.join(workspace.datasets, package.path))
    }
    guard let lock else { return }
    try lock.write(workspace)
    console.say("\(InputLock.path(workspace)): \(Plural.of(lock.entries.count, "file")) noted")
  }
}
