"""How fast Blesna is, how small its files are and how much memory it takes, beside its peers: `python -m tests.bench`."""
