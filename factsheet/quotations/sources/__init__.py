"""Who said it: the words that may name a source, and which do."""
