// The Store target; see the README for what lives here.
