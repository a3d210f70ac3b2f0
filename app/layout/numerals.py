"""Numbers as display type writes them."""

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
LARGEST_ROMAN = 3999


def roman(number: int) -> str:
    """Return a Roman numeral, or Arabic figures where there is none (0, and 4000 onwards)."""
    if not 0 < number <= LARGEST_ROMAN:
        return str(number)
    out = []
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        out.append(sign * count)
    return "".join(out)
