"""What humans decided about names: records, and what they come to."""
