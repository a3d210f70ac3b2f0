"""Blesna without a window: everything a proposal needs, from the brief to the bytes of its PDF."""
