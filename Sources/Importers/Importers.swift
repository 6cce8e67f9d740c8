// The Importers target; see the README for what lives here.
