"""Values beside each other, to compare with numbers as they are read."""


def these(*values: object) -> tuple[object, ...]:
    """Return the values as they are: a Decimal may then be compared with a plain number in one line with others."""
    return values
