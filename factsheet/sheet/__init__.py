"""Findings to one sheet, and a sheet to JSON and back."""
