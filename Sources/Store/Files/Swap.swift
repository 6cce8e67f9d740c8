import CSQLite
import Glibc

/// Puts something built aside in the place of the old, and can take it back.
struct Swap {
  /// What stands where.
  enum State {
    /// The old in its place, the new aside.
    case before
    /// The new in its place, where nothing was before.
    case placed
    /// The new in its place, the old aside under the new's former name.
    case exchanged
    /// The new in its place, the old aside under `Aside.previous`.
    case moved
  }

  let path: String
  let aside: String
  private(set) var state = State.before

  init(path: String, aside: String) {
    self.path = path
    self.aside = aside
  }

  /// Where the old content is now, if there is any that is not in its place.
  var old: String? {
    switch state {
    case .before, .placed: nil
    case .exchanged: aside
    case .moved: Aside.previous(of: path)
    }
  }

  /// Puts the new in the place of the old; on failure all is as before.
  mutating func put() throws(FileError) {
    guard case .before = state else { return }
    guard Folder.exists(path) else {
      try Folder.rename(aside, to: path)
      state = .placed
      return
    }
    if unsafe placewise_exchange(aside, path) == 0 {
      state = .exchanged
      return
    }
    // Some file systems cannot exchange: two renames, with a moment between them in which there is
    // no content. A run killed then leaves the old under a known name; see `Leftovers`.
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else {
      throw FileError(operation: "replace", path: path, number: errno)
    }
    try move()
  }

  /// The way without an exchange.
  mutating func move() throws(FileError) {
    let previous = Aside.previous(of: path)
    try Folder.remove(previous)
    try Folder.rename(path, to: previous)
    do throws(FileError) {
      try Folder.rename(aside, to: path)
      state = .moved
    } catch {
      try Folder.rename(previous, to: path)
      throw error
    }
  }

  /// Takes the new back and puts the old in its place.
  mutating func undo() throws(FileError) {
    switch state {
    case .before: return
    case .placed: try Folder.rename(path, to: aside)
    case .exchanged:
      guard unsafe placewise_exchange(aside, path) == 0 else {
        throw FileError(operation: "restore", path: path, number: errno)
      }
    case .moved:
      try Folder.rename(path, to: aside)
      try Folder.rename(Aside.previous(of: path), to: path)
    }
    state = .before
  }

  /// Removes the old, or what was built and never put in place.
  func clear() throws(FileError) {
    switch state {
    case .before, .exchanged: try Folder.remove(aside)
    case .placed: break
    case .moved: try Folder.remove(Aside.previous(of: path))
    }
  }
}
