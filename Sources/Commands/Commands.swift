// The Commands target; see the README for what lives here.
