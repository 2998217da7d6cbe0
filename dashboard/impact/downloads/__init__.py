"""Published cells → files to keep: the same cells, hidden ones said in words."""
