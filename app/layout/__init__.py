"""Gives everything a place on a page: proposal, totals and brand become pages of things to paint."""
