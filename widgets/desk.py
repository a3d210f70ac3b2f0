"""What lies on the desk of everybody who shows or edits the open proposal: handed to panels when they are built."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.workspace import Workspace
    from widgets.estimate.columns import ColumnChoice
    from widgets.estimate.recall import Recall
    from widgets.finding import Finding
    from widgets.jobs import Jobs
    from widgets.library.librarian import Librarian
    from widgets.look.look import Look
    from widgets.media import Media
    from widgets.mergevalues import MergeValues
    from widgets.preview.pages import Pages
    from widgets.services import Pipeline
    from widgets.session import Session
    from widgets.settings import Settings
    from widgets.spelling import Spelling


@dataclass(frozen=True)
class Desk:
    """The session, the worker, the pipeline and the look; the workspace with the library, and what is remembered.

    Everything else is loaded and made when somebody asks for it first. `laid` is the session whose pages are shown, where that
    is another one.
    """

    session: "Session"
    jobs: "Jobs"
    pipeline: "Pipeline"
    look: "Look"
    workspace: "Workspace"
    settings: "Settings"
    laid: "Session | None" = None

    @cached_property
    def pages(self) -> "Pages":
        """The pages, kept up to date."""
        from widgets.preview.pages import Pages

        return Pages(self.laid or self.session, self.jobs, self.pipeline, self.session)

    @cached_property
    def media(self) -> "Media":
        """The pictures of the proposal."""
        from widgets.media import Media

        return Media(self.session, self.jobs, self.workspace, self.session)

    @cached_property
    def columns(self) -> "ColumnChoice":
        """Which columns of the estimate are shown."""
        from widgets.estimate.columns import ColumnChoice

        return ColumnChoice(self.settings)

    @cached_property
    def finding(self) -> "Finding":
        """Search over everything in the workspace; the index is opened when somebody asks first."""
        from widgets.finding import Finding

        return Finding(self.workspace, self.session)

    @cached_property
    def librarian(self) -> "Librarian":
        """What goes from the library into the open proposal, and back."""
        from widgets.library.librarian import Librarian

        return Librarian(self.session, self.jobs, self.workspace, self.finding, self.session)

    @cached_property
    def recall(self) -> "Recall":
        """What was priced before; reading it begins when somebody asks first."""
        from widgets.estimate.recall import Recall

        return Recall(self.session, self.jobs, self.workspace)

    @cached_property
    def merging(self) -> "MergeValues":
        """The values of merge fields."""
        from widgets.mergevalues import MergeValues

        return MergeValues(self.session, self.jobs)

    @cached_property
    def spelling(self) -> "Spelling":
        """Which words are spelled wrong; the dictionaries are opened when the first word is looked up."""
        from widgets.own_names import OwnNames
        from widgets.spelling import Spelling

        made = Spelling(self.workspace, self.settings, self.session)
        OwnNames(self.session, made)
        return made

    def stop(self) -> None:
        """End what was made of these and works by itself."""
        for name in ("librarian", "finding", "spelling"):
            made = vars(self).get(name)
            if made is not None:
                made.stop()
