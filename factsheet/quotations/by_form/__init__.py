"""Quotations that the form of a line or clause shows, whatever its parse."""
