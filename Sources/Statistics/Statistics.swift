// The Statistics target; see the README for what lives here.
