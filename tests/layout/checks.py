"""What holds for every page, whatever is on it."""

from app.layout.page import Document, Page, TextItem


def lines(page: Page) -> list[TextItem]:
    """Return the lines of text on a page that are not empty."""
    return [item for item in page.items if isinstance(item, TextItem) and item.line.runs]


def size(item: TextItem) -> float:
    """Return the largest type size in a line."""
    return max(run.size for run in item.line.runs)


def text_stays_on_the_page(document: Document) -> None:
    """Fail where a line runs off its page."""
    # Whole documents in a traceback take minutes to write.
    __tracebackhide__ = True
    for number, page in enumerate(document.pages, 1):
        for item in lines(page):
            left = item.x + item.line.x
            assert left >= 10, (number, item.line.text)
            assert left + item.line.width <= page.width - 10, (number, item.line.text)
            assert size(item) * 0.6 <= item.y <= page.height - 8, (number, item.line.text)


def text_stands_apart(document: Document) -> None:
    """Fail where a line stands on another one."""
    # Whole documents in a traceback take minutes to write.
    __tracebackhide__ = True
    for number, page in enumerate(document.pages, 1):
        boxes = [
            (item.x + item.line.x, item.y - size(item) * 0.5, item.x + item.line.x + item.line.width, item.y, item.line.text)
            for item in lines(page)
        ]
        boxes.sort(key=lambda box: box[1])
        for i, (left, top, right, bottom, text) in enumerate(boxes):
            for other in boxes[i + 1 :]:
                if other[1] >= bottom - 0.5:
                    break
                assert other[0] >= right - 0.5 or other[2] <= left + 0.5 or other[3] <= top, (number, text, other[4])
