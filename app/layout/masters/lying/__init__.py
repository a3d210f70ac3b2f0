"""Variants for lying pages, where one thought fills the screen: heads stand at the side, pictures run edge to edge."""
