"""Which part of a picture is seen in a rectangle."""


def seen(
    size: tuple[float, float], room: tuple[float, float], focus: tuple[float, float], *, fit: bool = False, zoom: float = 1.0
) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what is seen, in the units of `size`, which is that of the upright picture.

    As much as possible is seen, the focus as near to the middle of the `room` as possible; all of it where it has to `fit`.
    `zoom` shows so much less of it, across and down.
    """
    width, height = float(size[0]), float(size[1])
    seen_width, seen_height = width, height
    if not fit:
        scale = max(room[0] / width, room[1] / height)
        seen_width, seen_height = min(width, room[0] / scale), min(height, room[1] / scale)
        if zoom > 1:
            seen_width, seen_height = seen_width / zoom, seen_height / zoom
    left = min(max(focus[0] * width - seen_width / 2, 0), width - seen_width)
    top = min(max(focus[1] * height - seen_height / 2, 0), height - seen_height)
    return left, top, seen_width, seen_height
