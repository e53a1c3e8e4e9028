"""Flags put before a human, and the log of what the human decided."""
