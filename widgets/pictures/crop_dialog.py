"""The editor of a picture's crop: its point of interest and how near one looks, beside every place that shows it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QSlider, QToolButton, QWidget

from app.edits.gallery import set_crop
from app.i18n import phrase
from app.model.path import exists, get
from app.model.picture import MOST_ZOOM, Picture
from widgets.desk import Desk
from widgets.dialogs.fitted import spread
from widgets.look.parts import column, label, push, row, rule, styled, tool
from widgets.look.scale import px
from widgets.phrases import say
from widgets.pictures.crop_steps import AT_ONCE, DRAG, ZOOM, CropSteps
from widgets.pictures.crop_view import NEARER, CropView, zoomed
from widgets.pictures.glimpse import Glimpse
from widgets.pictures.uses import dots, least_dots, uses, usual
from widgets.words import percent, tr

SIZE, SMALLEST = QSize(960, 640), QSize(760, 520)
LOADED_WIDTH = 1200
ACROSS = 2
FEW = 3
"""Where it stands in fewer places, it is shown how others would crop it too."""
PERCENT = 100
HINT = phrase("Drag the ring to what must stay visible. Arrows move it, with Shift farther; the wheel looks nearer.")
WIDTH = 344


class CropDialog(QDialog):
    """Changes the crop of the picture at a path; everything at once, when one is done."""

    def __init__(self, parent: QWidget | None, desk: Desk, path: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Crop of the picture"))
        self._desk, self._path = desk, path
        self.steps = CropSteps(get(desk.session.proposal, path), self)
        self.steps.changed.connect(self._refresh)
        self.view = CropView(desk.look, self.picture)
        self.view.changed.connect(self.steps.take)
        self.view.settled.connect(self.steps.settle)
        self._used = [Glimpse(desk.look, use) for use in uses(desk.pages.pages, path)]
        others = usual(path, [one.use for one in self._used]) if len(self._used) < FEW else []
        self._usual = [Glimpse(desk.look, use) for use in others]
        self.glimpses = [*self._used, *self._usual]
        for glimpse in self.glimpses:
            glimpse.toggled.connect(lambda _on: self._refresh())
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(PERCENT, round(MOST_ZOOM * PERCENT))
        self.slider.setPageStep(PERCENT // 4)
        self.slider.setAccessibleName(tr("How near one looks"))
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self.steps.settle)
        self._undo = self._action("undo", phrase("&Undo"), QKeySequence.StandardKey.Undo, self.steps.undo)
        self._redo = self._action("redo", phrase("&Redo"), QKeySequence.StandardKey.Redo, self.steps.redo)
        self._said, self._zoom = label("", "small"), label("", "small")
        self._zoom.setFixedWidth(px(48))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._build()
        desk.media.loaded.connect(self._loaded)
        if self.glimpses:
            self.glimpses[0].setChecked(True)
        self._refresh()
        self.view.setFocus()

    @property
    def picture(self) -> Picture:
        """The picture with its crop as it is now."""
        return self.steps.now

    def _action(self, icon: str, text: str, keys: QKeySequence.StandardKey, call: Callable[[], None]) -> QAction:
        made = QAction(self._desk.look.icon(icon), tr(text), self)
        made.setShortcuts(keys)
        made.triggered.connect(call)
        self.addAction(made)
        return made

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        spread(self, SIZE, SMALLEST)
        box = column(self)
        panes = row()
        left = column(margins=(24, 20, 20, 16), gap=12)
        left.addWidget(self.view, 1)
        left.addLayout(self._zooming())
        left.addWidget(label(tr(HINT), "small", wrap=True))
        panes.addLayout(left, 1)
        panes.addWidget(rule(vertical=True))
        panes.addWidget(self._places())
        box.addLayout(panes, 1)
        box.addWidget(rule())
        foot = row(margins=(24, 12, 24, 12), gap=8)
        foot.addWidget(push(tr("Reset"), self.reset))
        for action in (self._undo, self._redo):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(px(18), px(18)))
            foot.addWidget(button)
        foot.addSpacing(8)
        foot.addWidget(self._said)
        foot.addStretch(1)
        foot.addWidget(push(tr("Cancel"), self.reject))
        done = push(tr("Done"), self.accept, "primary")
        done.setDefault(True)
        foot.addWidget(done)
        box.addLayout(foot)

    def _zooming(self) -> QHBoxLayout:
        across = row(gap=8)
        look = self._desk.look
        across.addWidget(tool(look, "zoom-out", tr("From farther away"), partial(self._nearer, 1 / NEARER)))
        across.addWidget(self.slider, 1)
        across.addWidget(tool(look, "zoom-in", tr("Nearer"), partial(self._nearer, NEARER)))
        across.addWidget(self._zoom)
        return across

    def _places(self) -> QWidget:
        inner = styled(QWidget(), "surface")
        box = column(inner, (20, 20, 20, 16), gap=12)
        for words, shown in ((tr("On the pages"), self._used), (tr("In other places"), self._usual)):
            if not shown:
                continue
            box.addWidget(label(words, "eyebrow"))
            grid = QGridLayout()
            grid.setSpacing(8)
            grid.setColumnStretch(ACROSS, 1)
            for i, glimpse in enumerate(shown):
                grid.addWidget(glimpse, i // ACROSS, i % ACROSS)
            box.addLayout(grid)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("surface")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the part that has the focus
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFixedWidth(px(WIDTH))
        return scroll

    def reset(self) -> None:
        """Show as much as can be, around the middle."""
        self.steps.take(replace(self.picture, focus_x=0.5, focus_y=0.5, zoom=1.0), AT_ONCE)

    def accept(self) -> None:
        """Make the edit."""
        session, shown = self._desk.session, self.picture
        if exists(session.proposal, self._path):
            edited = set_crop(session.proposal, self._path, shown.focus_x, shown.focus_y, shown.zoom)
            session.edit(edited, say(phrase("Crop of the picture")))
        super().accept()

    def _nearer(self, by: float) -> None:
        self.steps.take(zoomed(self.picture, self.picture.zoom * by), AT_ONCE)

    def _slid(self, value: int) -> None:
        if value != round(self.picture.zoom * PERCENT):
            self.steps.take(zoomed(self.picture, value / PERCENT), DRAG if self.slider.isSliderDown() else ZOOM)

    def _loaded(self, file: str) -> None:
        if file == self.picture.file:
            self._refresh()

    def _refresh(self) -> None:
        media, picture = self._desk.media, self.picture
        image, size, least = media.picture(picture.file, LOADED_WIDTH), media.size(picture.file), least_dots(self._desk.pages)
        chosen = next((one for one in self.glimpses if one.isChecked()), self.glimpses[0])
        self.view.show_picture(picture, image, chosen.use)
        for glimpse in self.glimpses:
            glimpse.show_picture(picture, image, dots(size, picture, glimpse.use), least)
        self.slider.setValue(round(picture.zoom * PERCENT))
        self._zoom.setText(_share(picture.zoom))
        self._said.setText(tr("Point at {x} across, {y} down", x=_share(picture.focus_x), y=_share(picture.focus_y)))
        self._undo.setEnabled(self.steps.can_undo)
        self._redo.setEnabled(self.steps.can_redo)


def _share(part: float) -> str:
    return percent(Decimal(round(part * PERCENT)))
