"""Quotations in marks that no frame has taken."""
