"""The same content by other means. All but `environment.py` runs in an environment of its own and knows nothing of Blesna."""
