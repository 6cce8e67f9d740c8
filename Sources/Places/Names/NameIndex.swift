/// Names and spellings in the forms in which they are looked up.
struct NameIndex: Sendable {
  /// A folded name with the places that bear it.
  struct Entry: Sendable {
    let bytes: [UInt8]
    let places: [Int]
  }

  private let exact: [String: [Int]]
  private let cores: [String: [Int]]

  /// All folded names in alphabetical order, for prefixes and near misses.
  let entries: [Entry]

  init(places: [Place], spellings: [Spelling], indexByCode: [String: Int]) {
    var exact: [String: [Int]] = [:]
    var cores: [String: [Int]] = [:]
    func note(_ index: Int, in places: inout [Int]) {
      if !places.contains(index) { places.append(index) }
    }
    func add(_ name: String, _ index: Int) {
      let folded = Folding.fold(name)
      guard !folded.isEmpty else { return }
      note(index, in: &exact[folded, default: []])
      note(index, in: &cores[Designation(folded: folded).core, default: []])
    }
    for (index, place) in places.enumerated() where place.kind != .footprint {
      add(place.name, index)
    }
    for spelling in spellings {
      if let index = indexByCode[spelling.place] { add(spelling.name, index) }
    }
    // In the order of their codes, whatever the order of the rows.
    self.exact = exact.mapValues { $0.sorted() }
    self.cores = cores.mapValues { $0.sorted() }
    entries = self.exact.sorted { $0.key < $1.key }.map { key, places in
      Entry(bytes: Array(key.utf8), places: places)
    }
  }

  /// The places that bear a name: as it stands, or else without the words for kinds of council.
  func candidates(for name: String) -> [Int] {
    let folded = Folding.fold(Folding.withoutNotes(name))
    if let found = exact[folded] { return found }
    let core = Designation(folded: folded).core
    guard let found = cores[core] else { return [] }
    // "Newcastle" is left of "Newcastle City Council", but begins another name as well.
    return core == folded ? Set(found).union(beginning(with: core)).sorted() : found
  }

  /// The places whose name begins with these whole words.
  ///
  /// - Complexity: O(log *n*) and the number found.
  func beginning(with folded: String) -> [Int] {
    let prefix = Array((folded + " ").utf8)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].bytes.lexicographicallyPrecedes(prefix) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: Set<Int> = []
    while low < entries.count, entries[low].bytes.starts(with: prefix) {
      found.formUnion(entries[low].places)
      low += 1
    }
    return found.sorted()
  }
}
