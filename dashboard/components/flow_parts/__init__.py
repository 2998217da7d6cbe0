"""The parts of the page "Wie kwam en wie ging?"."""
