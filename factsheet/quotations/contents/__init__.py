"""What a cue may be reporting, and where that begins and ends."""
