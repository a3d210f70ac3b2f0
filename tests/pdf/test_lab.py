"""Prints are made ahead of the painter: each file is decoded once, each print is made once, and nobody waits for ever."""

import threading

import pytest

from app.layout.page import BoxItem, PictureItem
from app.pdf import lab as lab_module
from app.pdf.lab import Lab
from app.pdf.pictures import Darkroom, FolderPictures
from app.pdf.unusable import PictureError
from tests.pdf.test_pictures import photo


class Watched(Darkroom):
    """A darkroom that notes which files it was asked for, and for how many prints at a time."""

    def __init__(self):
        super().__init__()
        self.asked = []
        self.at_work = 0
        self.most_at_work = 0
        self.gate = threading.Event()
        self.gate.set()

    def prints(self, path, wanted):
        self.gate.wait(20)
        self.asked.append((path.name, len(wanted)))
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        try:
            return super().prints(path, wanted)
        finally:
            self.at_work -= 1


@pytest.fixture
def folder(tmp_path):
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        photo(800, 600).save(tmp_path / name)
    return tmp_path


def lab(folder, darkroom, dpi=100):
    return Lab(darkroom, FolderPictures({"proposal": folder}), dpi)


def test_faces_of_several_sizes_are_made_from_one_decoding(folder):
    room = Watched()
    sizes = [PictureItem(0, 0, side, side, "a.jpg") for side in (40, 60, 90)]
    with lab(folder, room) as prints:
        prints.expect(sizes[:2])
        prints.expect([BoxItem(0, 0, 1, 1), sizes[2], sizes[0]])
        widths = [prints.print(item).color.width for item in sizes]
    assert room.asked == [("a.jpg", 3)]
    assert widths == sorted(set(widths))


def test_a_large_picture_is_begun_before_all_pictures_are_known(folder, monkeypatch):
    monkeypatch.setattr(lab_module, "SMALL", 10_000)
    room = Watched()
    with lab(folder, room) as prints:
        prints.expect([PictureItem(0, 0, 40, 40, "a.jpg"), PictureItem(0, 0, 400, 300, "b.jpg")])
        while not room.asked:
            pass
        assert room.asked == [("b.jpg", 1)]
        prints.complete()
        assert prints.print(PictureItem(0, 0, 40, 40, "a.jpg")).color.width > 0


def test_many_small_prints_of_a_file_are_made_in_one_go_however_quick_the_layout_is(folder, monkeypatch):
    """Prints from one decoding differ a little from those made one by one, and equal proposals make equal bytes."""
    monkeypatch.setattr(lab_module, "SMALL", 10_000)
    room = Watched()
    faces = [PictureItem(0, 0, side, side, "a.jpg") for side in (60, 61, 62, 63)]
    with lab(folder, room) as prints:
        prints.expect(faces[:3])
        for name in ("b.jpg", "c.jpg"):
            prints.expect([PictureItem(0, 0, 400, 300, name)])
        while len(room.asked) < 2:
            pass
        prints.complete(faces)
        prints.print(faces[0])
    assert sorted(room.asked) == [("a.jpg", 4), ("b.jpg", 1), ("c.jpg", 1)]


def test_pictures_are_made_in_the_order_in_which_they_are_needed(folder, monkeypatch):
    monkeypatch.setattr(lab_module, "WORKERS", 1)
    room = Watched()
    room.gate.clear()
    items = [PictureItem(0, 0, 50, 50, name) for name in ("a.jpg", "b.jpg", "c.jpg")]
    with lab(folder, room) as prints:
        prints.expect(items)
        prints.complete(items[::-1])
        room.gate.set()
        prints.print(items[0])
    assert [name for name, _ in room.asked] == ["c.jpg", "b.jpg", "a.jpg"]


def test_large_prints_are_not_made_at_the_same_time(folder, monkeypatch):
    """So that memory does not grow with the number of photographs or of threads."""
    monkeypatch.setattr(lab_module, "AT_ONCE", 200_000)
    monkeypatch.setattr(lab_module, "SMALL", 0)
    room = Watched()
    items = [PictureItem(0, 0, 300, 225 + count, name) for count in range(4) for name in ("a.jpg", "b.jpg", "c.jpg")]
    with lab(folder, room) as prints:
        prints.complete(items)
        for item in items:
            prints.print(item)
    assert len(room.asked) == 12
    assert room.most_at_work == 1


def test_a_picture_that_cannot_be_made_is_told_each_time_it_is_asked_for(folder):
    (folder / "torn.jpg").write_bytes((folder / "a.jpg").read_bytes()[:900])
    with lab(folder, Darkroom()) as prints:
        for name, code in (("torn.jpg", "picture-damaged"), ("../a.jpg", "picture-outside"), ("gone.jpg", "picture-missing")):
            for side in (40, 40, 50):
                with pytest.raises(PictureError) as caught:
                    prints.print(PictureItem(0, 0, side, side, name))
                assert caught.value.problem.code == code


def test_leaving_does_not_wait_for_pictures_that_nobody_needs_any_more(folder):
    room = Watched()
    with lab(folder, room) as prints:
        room.gate.clear()
        prints.complete(PictureItem(0, 0, 40 + count, 40, name) for count in range(50) for name in ("a.jpg", "b.jpg"))
        threading.Timer(0.05, room.gate.set).start()
    assert sum(count for _, count in room.asked) <= 100
    assert len(room.asked) <= 2


def test_a_picture_of_no_size_needs_no_print(folder):
    room = Watched()
    with lab(folder, room) as prints:
        prints.expect([PictureItem(0, 0, 0, 40, "gone.jpg")])
        prints.complete([PictureItem(0, 0, 40, 0.001, "gone.jpg")])
    assert room.asked == []
