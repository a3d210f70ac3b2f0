"""Whether this is the first start, known without loading what is shown then."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.workspace import Workspace

OWN = "brandbooks"
"""The folder of a workspace with the studio's own brandbooks."""


def is_first(workspace: "Workspace") -> bool:
    """Tell whether nothing has been made in a workspace yet."""
    own = workspace.path / OWN
    return not any(workspace.folder.glob("*/proposal.json")) and not any(own.glob("*/brandbook.toml"))
