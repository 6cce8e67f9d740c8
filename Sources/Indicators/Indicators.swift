// The Indicators target; see the README for what lives here.
