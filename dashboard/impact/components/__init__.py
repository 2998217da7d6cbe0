"""The parts of the impact page; each owns the keys of its widgets."""
