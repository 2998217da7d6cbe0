"""Published cells and words → plotly figures. What is hidden is hatched and has no length of its own."""
