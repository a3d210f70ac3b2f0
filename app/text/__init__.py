"""Typography without a PDF library: fonts, shaping, hyphenation, line breaking."""
