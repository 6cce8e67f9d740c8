import Evidence

/// What a publisher says beside figures, each sentence once with the number of rows it stands by.
struct NoteTally {
  private var order: [String] = []
  private var found: [String: (rows: Int, line: Int)] = [:]

  /// Counts a sentence.
  mutating func add(_ text: String, line: Int) {
    if found[text] == nil { order.append(text) }
    found[text, default: (0, line)].rows += 1
  }

  /// The sentences in the order in which they were met, each at its first line.
  var notes: [Note] {
    order.compactMap { text in
      found[text].map { found in
        Note(line: found.line, "\(found.rows == 1 ? "1 row" : "\(found.rows) rows"): \(text)")
      }
    }
  }
}
