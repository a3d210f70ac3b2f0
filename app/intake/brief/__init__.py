"""Requests as they come in: answers of a form, a JSON of a site, pasted text."""
