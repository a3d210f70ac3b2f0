"""Spelling in Russian and English, word by word.

The dictionaries are those of Hunspell, in `assets/dictionaries`. They are asked in a child process (`app.guard`): reading them
and thinking of suggestions takes parts of a second in which the library lets nothing else of its process go on.
"""
