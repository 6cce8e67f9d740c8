import Indicators

/// An indicator's value as reports print it.
public enum PrintedValue {
  /// The text: `£488`, `16.4%`.
  public static func text(_ number: Double, _ indicator: Indicator) -> String {
    PlaceStory.rounded(number, indicator)?.text ?? ""
  }
}
