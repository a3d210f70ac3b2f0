"""Proposals from wherever a user names them."""
