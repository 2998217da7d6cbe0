"""The parts of the page Publiceren: what was published, composing, looking, signing."""
