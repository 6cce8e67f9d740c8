/// Community safety partnerships of several councils, as table C1 lists them.
///
/// The sheets name them only as `Combined Local Authorities`.
enum Partnerships {
  /// The councils of each, by the partnership's name.
  static let councils = [
    "East and Mid Devon": ["E07000040", "E07000042"],
    "North Devon": ["E07000043", "E07000046"],
    "South Devon and Dartmoor": ["E07000044", "E07000045", "E07000047"],
    "North Hampshire": ["E07000084", "E07000089", "E07000092"],
    "Dartford and Gravesham": ["E07000107", "E07000109"],
    "South Nottinghamshire": ["E07000172", "E07000173", "E07000176"],
    "Cwm Taf": ["W06000024", "W06000016"],
    "Western Suffolk": ["E07000200", "E07000203", "E07000245"],
    "South Warwickshire": ["E07000221", "E07000222"],
    "North Worcestershire": ["E07000234", "E07000236", "E07000239"],
    "South Worcester": ["E07000235", "E07000237", "E07000238"],
  ]
}
