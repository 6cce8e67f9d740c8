/// Keeps findings in bounded memory: all are counted, the first of each group kept in full.
///
/// They come out in the order of the reading stages: encoding, then structure as met in the file,
/// then line ends, header names and record lengths.
struct DiagnosticLog {
  private enum Group: Int, CaseIterable { case encoding, structure, lineEnds, header, lengths }

  private let limit: Int
  private var groups: [[Diagnostic]]
  private var counted = [Int](repeating: 0, count: Diagnostic.Kind.allCases.count)

  /// Makes an empty log that keeps at most `limit` findings of each group.
  init(limit: Int) {
    self.limit = limit
    groups = Array(repeating: [], count: Group.allCases.count)
  }

  /// Everything kept, in order.
  var kept: [Diagnostic] { groups.flatMap { $0 } }

  /// How many findings of each kind there were, for kinds that occurred.
  var counts: [Diagnostic.Kind: Int] {
    var result: [Diagnostic.Kind: Int] = [:]
    for kind in Diagnostic.Kind.allCases where count(of: kind) > 0 {
      result[kind] = count(of: kind)
    }
    return result
  }

  /// How many more bare quotes would be kept, so that their positions are worth finding.
  var roomForStructure: Int { max(limit - groups[Group.structure.rawValue].count, 0) }

  func count(of kind: Diagnostic.Kind) -> Int { counted[Self.index(kind)] }

  /// Adds a finding.
  mutating func add(_ diagnostic: Diagnostic) {
    addCount(1, of: diagnostic.kind)
    let group = Self.group(diagnostic.kind).rawValue
    if groups[group].count < limit { groups[group].append(diagnostic) }
  }

  /// Counts findings without keeping them.
  mutating func addCount(_ count: Int, of kind: Diagnostic.Kind) {
    counted[Self.index(kind)] += count
  }

  private static func index(_ kind: Diagnostic.Kind) -> Int {
    switch kind {
    case .encodingFallback: 0
    case .blankLine: 1
    case .bareQuote: 2
    case .mixedLineEndings: 3
    case .emptyHeader: 4
    case .duplicateHeader: 5
    case .raggedRow: 6
    }
  }

  private static func group(_ kind: Diagnostic.Kind) -> Group {
    switch kind {
    case .encodingFallback: .encoding
    case .blankLine, .bareQuote: .structure
    case .mixedLineEndings: .lineEnds
    case .emptyHeader, .duplicateHeader: .header
    case .raggedRow: .lengths
    }
  }
}
