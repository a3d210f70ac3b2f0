"""What a window listens to once a proposal is about to be open: parts that nobody needs before."""

from typing import TYPE_CHECKING

from widgets.window.tenant import Tenant

if TYPE_CHECKING:
    from widgets.main_window import MainWindow


def connect(window: "MainWindow", tenant: Tenant) -> None:
    """Let the window hear its parts. Pages and pictures hear of another proposal first, whoever shows them after that."""
    desk, exports = tenant.desk, tenant.exports
    desk.pages.failed.connect(window.fail)
    desk.media.intake.told.connect(window.tell)
    desk.media.intake.failed.connect(window.fail)
    desk.session.changed.connect(window.follow)
    desk.librarian.told.connect(window.tell)
    desk.spelling.told.connect(window.tell)
    desk.librarian.wanted.connect(window.show_in_library)
    exports.told.connect(window.tell)
    exports.written.connect(window.show_written)
    window.table_exports.told.connect(window.tell)
