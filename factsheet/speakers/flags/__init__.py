"""What a human must look at among an article's speakers: one module for each family of flags."""
