"""Pictures that cannot be used. Nothing that knows pictures is loaded for that."""

from app.problems import Problem


class PictureError(Exception):
    """A picture cannot be used; `problem` says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found
