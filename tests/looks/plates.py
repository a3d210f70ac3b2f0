"""Small renderings of pages, and how two of them are compared.

A plate is one greyscale picture: the page's lightness at DPI dots per inch, and below it the two planes of its colour
(Cb and Cr) at a quarter of that, so that a colour which is replaced by one as light is seen as well.
"""

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

DPI = 22
SAMPLES = 5
"""Pages are painted so many times larger and reduced by averaging: how a machine smooths edges hardly matters then."""
COLOUR = 4
BLUR = 1.3
"""Radius in pixels of the blur of both plates before they are compared: 1.5 mm on the page."""
MEAN = 0.8
"""Two plates look alike if their pixels differ by no more levels of 255 than this on average, and"""
LEVEL, SHARE = 16, 0.0002
"""if no more than this share of the pixels differs by more than so many levels: on A4 about ten pixels.

The same pages without any smoothing of edges, smoothed from three times as many dots, or a quarter of a dot aside, come to 0.6
levels on average and a share of 0.00007 at most; six lines of text that stand a baseline step lower to a share of 0.0016 at
least, mostly to 0.02 and more.
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """How two plates differ: by how many levels on average, and which share of the pixels visibly."""

    mean: float
    share: float
    same_size: bool = True

    @property
    def alike(self) -> bool:
        """Tell whether both are within the tolerance."""
        return self.same_size and self.mean <= MEAN and self.share <= SHARE

    def __str__(self) -> str:
        if not self.same_size:
            return "another size"
        return f"{self.mean:.2f} levels on average (at most {MEAN}), {self.share:.3%} of the pixels visibly (at most {SHARE:.3%})"


def plate(page: Image.Image) -> Image.Image:
    """Return the plate of a page that was painted at DPI × SAMPLES dots per inch."""
    light, blue, red = page.convert("RGB").reduce(SAMPLES).convert("YCbCr").split()
    blue, red = blue.reduce(COLOUR), red.reduce(COLOUR)
    made = Image.new("L", (light.width, light.height + blue.height), 128)
    made.paste(light, (0, 0))
    made.paste(blue, (0, light.height))
    made.paste(red, (light.width // 2, light.height))
    return made


def changes(got: Image.Image, want: Image.Image) -> Image.Image:
    """Return by how many levels two plates of one size differ, pixel by pixel."""
    blur = ImageFilter.GaussianBlur(BLUR)
    return ImageChops.difference(got.filter(blur), want.filter(blur))


def difference(got: Image.Image, want: Image.Image) -> Difference:
    """Compare two plates."""
    if got.size != want.size:
        return Difference(255.0, 1.0, same_size=False)
    counts = changes(got, want).histogram()
    total = got.width * got.height
    mean = sum(level * count for level, count in enumerate(counts)) / total
    return Difference(mean, sum(counts[LEVEL + 1 :]) / total)
