"""`send`: a proposal is frozen as its client gets it."""

import argparse
import datetime

from app.commands.building import together
from app.commands.console import DONE, STOPPED, Console
from app.commands.keeping import unkeepable
from app.commands.places import open_workspace, pipeline
from app.commands.quickstart import hold
from app.commands.working import at_work
from app.problems import error, stops


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Freeze the PDF with everything it was made of, and print where it is."""
    from app.model.designation import designation
    from app.sources import open_proposal
    from app.sources.drafts import today

    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    if not arguments.to.strip():
        return console.finish((error("send-nobody"),))
    if unkept := unkeepable(arguments.proposal):
        return console.finish(unkept)
    found = open_proposal(arguments.proposal, workspace)
    problems = (*problems, *found.problems)
    if found.proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    from app.pipeline import Preset
    from app.sending.send import Order, send

    now = datetime.datetime.now(datetime.UTC)
    order = Order(arguments.to, arguments.by or "", now, Preset(arguments.preset), arguments.note or "", today())
    chain = pipeline(arguments.workspace)
    hold(chain)
    with at_work(workspace, found) as (copy, told):
        if copy is None:
            return console.finish((*problems, *told))
        saving = copy
        keep = lambda changed: saving.save(changed, ("send",))  # noqa: E731
        sent = send(workspace, chain, found.folder, found.proposal, order, keep=keep)
    problems = together((*problems, *told), sent.problems)
    if sent.pdf is None or stops(sent.problems):
        console.tell(problems)
        return STOPPED
    console.data(str(sent.pdf))
    console.tell(problems)
    console.note(console.words("{number} is sent and frozen.", number=designation(console.words, sent.proposal)))
    return DONE
