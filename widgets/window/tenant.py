"""What a window is given by who builds it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.workspace import Workspace
    from widgets.desk import Desk
    from widgets.documents import Documents
    from widgets.exports import Exports
    from widgets.keeping import Keeping
    from widgets.settings import Settings
    from widgets.windows import Windows


@dataclass(frozen=True)
class Tenant:
    """The desk, the disk's side of it, where things are kept and remembered. `resumes` says that the window begins where the last
    one was left.
    """

    desk: "Desk"
    documents: "Documents"
    keeping: "Keeping"
    workspace: "Workspace"
    settings: "Settings"
    speak: Callable[[str], None]
    windows: "Windows | None" = None
    resumes: bool = False

    @cached_property
    def exports(self) -> "Exports":
        """PDFs on their way to the disk."""
        from widgets.exports import Exports

        return Exports(self.desk, self.desk.session)
