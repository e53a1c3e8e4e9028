"""A sheet as a document: one module for each format, all of them printing the same view of the sheet."""
