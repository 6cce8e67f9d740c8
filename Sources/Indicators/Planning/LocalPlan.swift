/// What a place brings to its own plan: the rows of `datasets/plans/<place>.csv`.
public struct LocalPlan: Hashable, Sendable {
  /// A number of the place's own.
  public struct Figure: Hashable, Sendable {
    /// What it is: an assumption, `target.x`, `population.children`, `unit_cost.x`, `volume.x`.
    public let item: String
    /// The year in which the financial year begins, where the item has one.
    public let year: Int?
    /// The number.
    public let value: Double
    /// The lower end of its range.
    public let low: Double?
    /// The upper end of its range.
    public let high: Double?
    /// Who says so.
    public let source: String
    /// How sure it is.
    public let confidence: PlanAssumption.Confidence

    /// Makes a figure.
    public init(
      item: String, year: Int? = nil, value: Double, low: Double? = nil, high: Double? = nil,
      source: String, confidence: PlanAssumption.Confidence
    ) {
      self.item = item
      self.year = year
      self.value = value
      self.low = low
      self.high = high
      self.source = source
      self.confidence = confidence
    }
  }

  /// A sentence of the place's own: an owner, an agreement, a date, a decision.
  public struct Note: Hashable, Sendable {
    /// What it is: `owner.x`, `agreement.x`, `date.x`, `decision.x`.
    public let item: String
    /// The words.
    public let text: String
    /// Who says so.
    public let source: String

    /// Makes a note.
    public init(item: String, text: String, source: String) {
      self.item = item
      self.text = text
      self.source = source
    }
  }

  /// The code of the place.
  public let place: String
  /// The numbers, in the order of the file.
  public let figures: [Figure]
  /// The sentences, in the order of the file.
  public let notes: [Note]

  /// Items that need a year.
  public static let dated = ["target", "population", "volume"]
  /// Items whose value is a number.
  public static let numbered = dated + ["unit_cost"]
  /// Items whose value is words.
  public static let worded = ["owner", "agreement", "date", "decision"]

  /// Makes a local plan.
  public init(place: String, figures: [Figure] = [], notes: [Note] = []) {
    self.place = place
    self.figures = figures
    self.notes = notes
  }

  /// The latest figure of an item, or nil.
  public func figure(_ item: String) -> Figure? {
    figures.last { $0.item == item }
  }

  /// The figures of an item, by year.
  public func years(_ item: String) -> [Int: Figure] {
    Dictionary(
      figures.compactMap { figure in
        figure.item == item ? figure.year.map { ($0, figure) } : nil
      }, uniquingKeysWith: { _, last in last })
  }

  /// The words of an item, or nil.
  public func text(_ item: String) -> String? {
    notes.last { $0.item == item }?.text
  }

  /// The notes whose item begins with a word.
  public func notes(of kind: String) -> [Note] {
    notes.filter { $0.item == kind || $0.item.hasPrefix(kind + ".") }
  }
}
