"""Processes of which each opens the real window offscreen, has a robot do one thing in it, and prints what was measured."""
