"""Proposals from wherever a user names them: the workspace, a folder, a JSON file, a bare estimate."""

from app.sources.drafts import new_from_estimate
from app.sources.opening import open_proposal, path_on_disk
from app.sources.result import Opened

__all__ = ["Opened", "new_from_estimate", "open_proposal", "path_on_disk"]
