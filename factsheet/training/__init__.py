"""Learning from annotated corpora."""
