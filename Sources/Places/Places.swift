// The Places target; see the README for what lives here.
