/// Rounds to a millionth, the precision to which intervals of amounts are stated, and -0 to 0.
func sixPlaces(_ value: Double) -> Double {
  abs(value) < 1e9 ? (value * 1e6).rounded() / 1e6 + 0 : value
}
