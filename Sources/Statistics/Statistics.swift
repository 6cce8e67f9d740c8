// The floor of pure numbers: intervals, rates, standardisation, inequality, life tables, trends,
// comparison, smoothing, projection and the distributions under them. It knows no place, no file
// and no money, and imports no other target. `Calculator` offers every method by name.
