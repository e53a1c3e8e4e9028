"""Quotation marks: how they pair, and what stands in them."""
