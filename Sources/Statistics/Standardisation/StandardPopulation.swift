/// The populations that rates are standardised to.
public enum StandardPopulation {
  /// The first age of each five-year band of the European standard, the last one open.
  public static let startAges = [
    0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90,
  ]

  /// The European Standard Population of 2013, by `startAges`; 100,000 people.
  ///
  /// Source: Eurostat 2013, Revision of the European Standard Population, KS-RA-13-028.
  public static let european2013: [Double] = [
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000,
    4000, 2500, 1500, 1000,
  ]
}
