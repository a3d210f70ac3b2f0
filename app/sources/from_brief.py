"""A request becomes a draft proposal, from the template of its service."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.intake.brief.submission import Submission
from app.intake.brief.understanding import BriefRead, understand
from app.model.brief import Brief
from app.model.form import FormMapping, TemplateRule
from app.model.internal import Internal
from app.model.notation import parse
from app.model.proposal import LANGUAGES, Proposal
from app.model.sections import Letter, Section, Story
from app.problems import Problem, Severity, problem
from app.sources.athome import at_home
from app.sources.drafts import draft, today
from app.sources.templates import BUNDLED, DEFAULT, Template, bundled_rules, choose, load, names

if TYPE_CHECKING:
    from app.store.workspace import Workspace

TEMPLATES = "templates"
"""The folder of the workspace with the studio's own templates."""
_TASK = {"ru": ("Задача", "Как мы поняли задачу"), "en": ("The task", "What we have understood")}
_GREETING = {"ru": ("Здравствуйте!", "{name}, здравствуйте!"), "en": ("Hello,", "Dear {name},")}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, None where there is none; what was understood of the request; the template; and what somebody should look at."""

    proposal: Proposal | None
    read: BriefRead
    template: str = ""
    problems: tuple[Problem, ...] = ()


def draft_from_brief(
    submission: Submission,
    *,
    language: str = "",
    template: str = "",
    workspace: "Workspace | None" = None,
    mapping: FormMapping | None = None,
) -> Drafted:
    """Make a draft of one filled form: client, contact, letter, task, approach, estimate with the usual hours.

    `language` and `template` go before what the request says. With a workspace the draft gets its next number, and the studio's
    own templates, rules and remembered forms count.
    """
    day = today()
    read = understand(submission, day, mapping or _remembered(submission, workspace), submission.place)
    spoken = language if language in LANGUAGES else read.brief.language or LANGUAGES[0]
    folders = (*((workspace.folder / TEMPLATES,) if workspace else ()), BUNDLED)
    chosen = template or choose(read.brief, (*_own_rules(workspace), *bundled_rules()))
    problems: list[Problem] = [*read.problems]
    if not chosen:
        problems.append(problem("brief-no-template", submission.place, template=DEFAULT))
    found, wrong = load(chosen or DEFAULT, spoken, folders)
    base, more = draft(spoken, day)
    problems += [*wrong, *more]
    if found is None or base is None:
        return Drafted(None, read, chosen, tuple(problems))
    number = workspace.next_number(day.year) if workspace else ""
    proposal = filled(at_home(replace(base, number=number), workspace), found, read)
    return Drafted(proposal, read, found.name, (*problems, *open_questions(read.brief)))


def open_questions(brief: Brief) -> tuple[Problem, ...]:
    """Return what is still to be asked, as notes for the account manager."""
    return tuple(problem(code, "brief", Severity.INFO) for code in brief.open)


def template_names(workspace: "Workspace | None" = None) -> tuple[str, ...]:
    """Return the names of all templates there are: the studio's own and those that Blesna brings along."""
    return names((*((workspace.folder / TEMPLATES,) if workspace else ()), BUNDLED))


def _remembered(submission: Submission, workspace: "Workspace | None") -> FormMapping | None:
    """Return what was said about this form: the one with just its questions, else one that asks more than were answered."""
    from app.intake.brief.questions import fingerprint

    asked = {answer.question for answer in submission.answers if answer.question}
    if workspace is None or not asked:
        return None
    known = [one.value for one in workspace.library.forms.all().records]
    wanted = fingerprint(asked)
    wider = (form for form in known if asked <= {one.question for one in form.questions})
    return next((form for form in known if form.id == wanted), None) or next(wider, None)


def _own_rules(workspace: "Workspace | None") -> Sequence[TemplateRule]:
    return [one.value for one in workspace.library.template_rules.all().records] if workspace else []


def filled(base: Proposal, template: Template, read: BriefRead) -> Proposal:
    """Return a draft with what a template gives, addressed to whom a request names."""
    brief = read.brief
    return replace(
        base,
        title=template.title or base.title,
        currency=template.currency or base.currency,
        client=read.client,
        contact=read.contact,
        sections=tuple(_sections(base.sections, template, read, base.language)),
        estimate=template.estimate,
        brief=Internal(brief),
    )


def _sections(sections: Sequence[Section], template: Template, read: BriefRead, language: str) -> Sequence[Section]:
    """Put the task in the lead's own words and the approach after the letter."""
    made: list[Section] = []
    for section in sections:
        if not isinstance(section, Letter):
            made.append(section)
            continue
        usual, named = _GREETING[language]
        first = read.contact.name.split()[0] if read.contact.name else ""
        text = parse(template.letter) if template.letter else section.text
        made.append(replace(section, greeting=named.format_map({"name": first}) if first else usual, text=text))
        if read.brief.wishes:
            kicker, title = _TASK[language]
            made.append(Story(id="task", kicker=kicker, title=title, text=parse(read.brief.wishes)))
        if template.story:
            made.append(template.story)
    return made
