"""From files to articles: finding inputs, text and metadata out, offsets kept."""
