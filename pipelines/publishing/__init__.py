"""From findings to an edition: what is shown, what is hidden, who signs. Disclosure control before all that leaves."""
