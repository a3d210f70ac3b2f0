"""Works that have pages of their own."""
