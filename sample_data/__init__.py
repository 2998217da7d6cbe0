"""Invented projects to try Tel en Vertel with. See README.md."""
