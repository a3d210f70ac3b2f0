"""All windows of the program on one workspace, and the door at which other processes knock."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from app.store.work.presence import Holder
    from app.store.workspace import Workspace
    from widgets.application import House

PATIENCE = 1500
"""Milliseconds to wait for another process's answer."""

LONGEST = 8192
"""Bytes of a message; no path is longer."""


class Windows(QObject):
    """The open windows. `make` builds another one; the first is made by who starts the program."""

    def __init__(self, workspace: "Workspace", make: Callable[["Windows"], "House"], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._make = workspace, make
        self.houses: list[House] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._knocked)

    @property
    def socket(self) -> str:
        """Where other processes knock; empty while nobody listens."""
        return self._server.serverName() if self._server.isListening() else ""

    def listen(self, pid: int) -> None:
        """Let other processes call windows forward. Where the system refuses that, they say where the proposal is open."""
        path = str(self._workspace.path.resolve()).encode(errors="surrogateescape")
        place = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).toHex()
        self._server.listen(f"blesna-{bytes(place.data()).decode()[:12]}-{pid}")

    def open(self, reference: str = "") -> "House":
        """Open another window, on a proposal where one is named."""
        house = self._make(self)
        self.houses.append(house)
        house.window.closed.connect(lambda: self._closed(house))
        house.window.show()
        if reference:
            house.window.open_reference(reference)
        return house

    def take(self, reference: str) -> None:
        """Open what the system names: in a window where nothing is open yet, else in another one."""
        house = next((house for house in self.houses if not house.desk.session.is_open), None)
        if house is None:
            self.open(reference)
        else:
            house.window.open_reference(reference)
            come_forward(house)

    def close(self) -> None:
        """Close every window once what was typed there is on the disk, whatever dialog stands before it."""
        while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
            pass
        for house in list(self.houses):
            house.window.close()

    def forward(self, holder: "Holder", folder: Path) -> bool:
        """Call the window that has a proposal open forward, here or in another process. Tell whether it came."""
        if self.show(folder):
            return True
        return bool(holder.socket) and holder.socket != self.socket and knock(holder.socket, folder)

    def show(self, folder: Path) -> bool:
        """Bring the window with this proposal forward; False where none of this process has it."""
        for house in self.houses:
            there = house.desk.session.folder
            if there is not None and there.resolve() == folder.resolve() and not house.desk.session.read_only:
                come_forward(house)
                return True
        return False

    def stop(self) -> None:
        """Close the door, and end what every window has under way."""
        self._server.close()
        for house in list(self.houses):
            house.stop()

    def _closed(self, house: "House") -> None:
        self.houses.remove(house)
        house.stop()
        house.window.deleteLater()

    def _knocked(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._answer(socket))

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine() and socket.bytesAvailable() < LONGEST:
            return
        wanted = bytes(socket.readLine(LONGEST).data()).decode("utf-8", "replace").strip()
        came = bool(wanted) and self.show(Path(wanted))
        socket.write(b"yes\n" if came else b"no\n")
        socket.flush()
        socket.disconnectFromServer()


def come_forward(house: "House") -> None:
    """Bring a window forward, from the task bar too."""
    window = house.window
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def knock(name: str, folder: Path) -> bool:
    """Ask the process that listens under a name to bring the window with a proposal forward. Tell whether it did."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(f"{folder.resolve()}\n".encode())
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE) and bytes(socket.readLine(16).data()).strip() == b"yes"
    socket.disconnectFromServer()
    return answered
