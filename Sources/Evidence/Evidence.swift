// The Evidence target; see the README for what lives here.
