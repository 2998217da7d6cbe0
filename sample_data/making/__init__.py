"""How the sample files are made: people → scores → records and narratives → tables → files, from fixed seeds."""
