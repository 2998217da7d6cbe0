"""Published cells → plain sentences in the reader's language. Stars (**) mark what is said aloud."""
