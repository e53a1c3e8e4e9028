"""Who said what, word for word: marks, candidates, a judge and sources, each a piece of its own."""
