"""Template proposals, one for each service: those that Blesna brings along and those of the workspace."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.model.brief import Brief
from app.model.estimate import Estimate
from app.model.form import TemplateRule
from app.model.sections import Story
from app.problems import Problem, error
from app.store.codec import decode
from app.store.jsonfile import parse

BUNDLED = Path(__file__).resolve().parents[2] / "assets" / "templates"
"""`<name>.<language>.json` each, and `rules.json`."""
DEFAULT = "site"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Template:
    """What a template gives to a draft: its title, the letter's text, the approach, and an estimate with usual hours."""

    name: str
    title: str = ""
    letter: str = ""
    story: Story | None = None
    currency: str = ""
    estimate: Estimate = Estimate()


def names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of all templates in some folders, each once."""
    found = {file.name.split(".")[0] for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.*.json"))}
    return tuple(sorted(found))


def load(name: str, language: str, folders: Sequence[Path]) -> tuple[Template | None, tuple[Problem, ...]]:
    """Read a template from the first folder that has it."""
    for folder in folders:
        file = folder / f"{name}.{language}.json"
        try:
            value = parse(file.read_bytes(), file.name).value
        except FileNotFoundError:
            continue
        except OSError as reason:
            return None, (error("template-unreadable", str(file), reason=reason.strerror or type(reason).__name__),)
        if not isinstance(value, dict):
            return None, (error("template-broken", str(file)),)
        return _template(name, value, file.name)
    known = ", ".join(names(folders))
    return None, (error("template-unknown", name, name=name, language=language, known=known),)


def _template(name: str, value: dict[str, object], where: str) -> tuple[Template | None, tuple[Problem, ...]]:
    estimate = decode(Estimate, value.get("estimate", {}), f"{where} › estimate")
    story = decode(Story, {"id": "approach", **_object(value.get("story"))}, f"{where} › story") if value.get("story") else None
    texts = {key: str(value.get(key) or "") for key in ("title", "letter", "currency")}
    made = Template(name, estimate=estimate.value or Estimate(), story=story.value if story else None, **texts)
    return made, (*estimate.problems, *(story.problems if story else ()))


def _object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def bundled_rules() -> tuple[TemplateRule, ...]:
    """Return the rules that Blesna brings along."""
    value = parse((BUNDLED / "rules.json").read_bytes(), "rules.json").value
    read = [decode(TemplateRule, one, "rules.json").value for one in value] if isinstance(value, list) else []
    return tuple(rule for rule in read if rule)


def choose(brief: Brief, rules: Sequence[TemplateRule]) -> str:
    """Return the template for a request: by the first rule that fits the service asked for, else the wishes; or an empty text."""
    for text in (brief.service, brief.wishes):
        words = _WORD.findall(text.lower().replace("ё", "е"))
        for rule in rules:
            if any(_fits(words, text, beginning.lower()) for beginning in rule.words):
                return rule.template
    return ""


def _fits(words: Sequence[str], text: str, beginning: str) -> bool:
    if " " in beginning:
        return beginning in text.lower()
    return any(word.startswith(beginning) for word in words)
