"""Scores against annotated corpora."""
