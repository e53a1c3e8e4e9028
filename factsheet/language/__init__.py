"""The spaCy pipeline: loading, assembling, sentence boundaries, and the extensions that carry findings."""
