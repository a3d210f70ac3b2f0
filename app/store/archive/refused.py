"""An archive that is not taken, and why."""

from app.problems import Problem, error


class RefusedError(Exception):
    """Carries the problem that a user is told. Never leaves the store."""

    def __init__(self, code: str, where: str, **facts: object) -> None:
        super().__init__(code)
        self.problem: Problem = error(code, where, **facts)
