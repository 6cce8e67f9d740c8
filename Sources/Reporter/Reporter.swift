// The Reporter target; see the README for what lives here.
