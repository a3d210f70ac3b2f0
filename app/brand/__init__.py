"""Brandbooks: folders of tokens, fonts and pictures that become a frozen Brand."""
