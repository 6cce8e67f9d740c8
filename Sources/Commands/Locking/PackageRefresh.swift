import FoundationEssentials
import Importers
import Store

/// Brings the digests and lengths in package files up to date and leaves every other byte alone.
enum PackageRefresh {
  /// The package files of a workspace that vouch for other bytes than are there, brought up to date.
  ///
  /// - Throws: `CommandFailure` with code 4 where an entry is written so that it cannot be changed.
  static func changed(
    _ workspace: Workspace, _ inputs: BuildInputs
  ) throws -> [(path: String, bytes: [UInt8])] {
    var found: [(String, [UInt8])] = []
    for folder in workspace.packages {
      let file = Workspace.join(folder, DataPackageFile.name)
      let package = try DataPackageFile.read(file)
      let name = Adoption.lastPart(folder)
      guard let data = try? Data(contentsOf: URL(filePath: file)) else { continue }
      let old = [UInt8](data)
      var text = old
      for resource in package.resources {
        guard let hash = resource.hash, let sha256 = inputs.files["\(name)/\(resource.path)"],
          let length = inputs.lengths["\(name)/\(resource.path)"], hash != "sha256:\(sha256)"
        else { continue }
        guard let next = text.replacing(resource.path, hash: "sha256:\(sha256)", length: length)
        else {
          throw CommandFailure(
            .inputRefused,
            "\(file): the entry of '\(resource.path)' is written so that its hash cannot be "
              + "changed here; put \"sha256:\(sha256)\" there")
        }
        text = next
      }
      if text != old { found.append(("\(name)/\(DataPackageFile.name)", text)) }
    }
    return found
  }
}

extension [UInt8] {
  /// An object of a JSON text while it is read.
  private struct Frame {
    var path: Range<Int>?
    var hash: Range<Int>?
    var length: Range<Int>?
    var key: Range<Int>?
  }

  /// A JSON text in which the object with a `path` has another `hash` and `bytes`; nil without one.
  fileprivate func replacing(_ path: String, hash: String, length: Int) -> [UInt8]? {
    var frames: [Frame] = []
    var index = 0
    while index < count {
      switch self[index] {
      case UInt8(ascii: "{"): frames.append(Frame())
      case UInt8(ascii: "}"):
        guard let frame = frames.popLast() else { return nil }
        if let found = frame.path, self[found].elementsEqual(path.utf8), let old = frame.hash {
          return edited(old, hash, frame.length, length)
        }
      case UInt8(ascii: "\""):
        let string = string(from: index)
        index = string.upperBound
        if !frames.isEmpty { take(string, into: &frames[frames.count - 1]) }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let start = index
        while index + 1 < count, self[index + 1] >= 0x30, self[index + 1] <= 0x39 { index += 1 }
        if !frames.isEmpty, let key = frames[frames.count - 1].key,
          self[key].elementsEqual("bytes".utf8)
        {
          frames[frames.count - 1].length = start..<index + 1
          frames[frames.count - 1].key = nil
        }
      case UInt8(ascii: ","):
        if !frames.isEmpty { frames[frames.count - 1].key = nil }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The inside of the string that opens at an index; its end is the closing quote.
  private func string(from index: Int) -> Range<Int> {
    var end = index + 1
    while end < count, self[end] != UInt8(ascii: "\"") {
      end += self[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index + 1..<Swift.min(end, count)
  }

  /// Takes a string as a key, or as the value of the key before it.
  private func take(_ string: Range<Int>, into frame: inout Frame) {
    guard let key = frame.key else {
      frame.key = string
      return
    }
    if self[key].elementsEqual("path".utf8) { frame.path = string }
    if self[key].elementsEqual("hash".utf8) { frame.hash = string }
    frame.key = nil
  }

  private func edited(
    _ old: Range<Int>, _ hash: String, _ oldLength: Range<Int>?, _ length: Int
  ) -> [UInt8] {
    var text = self
    var edits = [(old, hash)]
    if let oldLength { edits.append((oldLength, String(length))) }
    for (range, new) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      text.replaceSubrange(range, with: Array(new.utf8))
    }
    return text
  }
}
