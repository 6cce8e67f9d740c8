// The Tabular target; see the README for what lives here.
