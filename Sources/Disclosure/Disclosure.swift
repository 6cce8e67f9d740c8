// The Disclosure target; see the README for what lives here.
