"""What lies on the desk of everybody who shows or edits the open proposal: handed to panels when they are built."""

from dataclasses import dataclass
from functools import cached_property

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
    """The session, its pages and pictures, the worker and the look; the workspace with the library, and what is remembered."""

    session: Session
    jobs: Jobs
    pages: Pages
    media: Media
    pipeline: Pipeline
    look: Look
    workspace: Workspace
    settings: Settings

    @cached_property
    def columns(self) -> ColumnChoice:
        """Which columns of the estimate are shown."""
        return ColumnChoice(self.settings)

    @cached_property
    def finding(self) -> Finding:
        """Search over everything in the workspace; the index is opened when somebody asks first."""
        return Finding(self.workspace, self.session)

    @cached_property
    def librarian(self) -> Librarian:
        """What goes from the library into the open proposal, and back."""
        return Librarian(self.session, self.jobs, self.workspace, self.finding, self.session)

    @cached_property
    def recall(self) -> Recall:
        """What was priced before; reading it begins when somebody asks first."""
        return Recall(self.session, self.jobs, self.workspace)

    @cached_property
    def merging(self) -> MergeValues:
        """The values of merge fields."""
        return MergeValues(self.session, self.jobs)

    @cached_property
    def spelling(self) -> Spelling:
        """Which words are spelled wrong; the dictionaries are opened when the first word is looked up."""
        return Spelling(self.workspace, self.settings, self.session)
