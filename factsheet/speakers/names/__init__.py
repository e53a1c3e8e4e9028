"""Names: taken apart, and compared by rules that each have a reason."""
