"""The authority file: read, checked, listed and rewritten."""
