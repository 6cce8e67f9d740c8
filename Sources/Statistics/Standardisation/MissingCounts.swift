/// What to do with an age band whose count is missing.
public enum MissingCounts: Sendable, Hashable {
  /// The area's figure is blank and says which band is missing.
  case refused
  /// The band counts as empty, as some published software has it; the result then says so.
  ///
  /// Only right when the table lists nothing but the bands in which something happened.
  case none
}
