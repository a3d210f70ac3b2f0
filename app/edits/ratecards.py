"""Rates from a rate card, and rates of exchange."""

from dataclasses import replace

from app.edits.fields import fitting
from app.model.exchange import Exchange
from app.model.proposal import Proposal
from app.model.ratecard import CardUsed, RateCard


def use_card(proposal: Proposal, card: RateCard) -> Proposal:
    """Copy a card's rates into the estimate and record where they came from.

    A rate that the estimate has already takes the card's price; rates that the card does not know stay. In a card of another
    currency the rates keep it: they count when the estimate has a rate of exchange for it. Raises ValueError, see
    `fields.fitting`.
    """
    foreign = card.currency if card.currency != proposal.currency else ""
    copied = {rate.id: replace(rate, currency=rate.currency or foreign, locked=rate.locked or card.locked) for rate in card.rates}
    own = {rate.id: rate for rate in proposal.estimate.rates}
    used = CardUsed(id=card.id, title=card.title, valid_until=card.valid_until, locked=card.locked)
    estimate = replace(proposal.estimate, rates=fitting(tuple({**own, **copied}.values())), rate_card=used)
    return replace(proposal, estimate=estimate)


def set_exchange(proposal: Proposal, exchange: Exchange) -> Proposal:
    """Freeze a rate of exchange; an earlier one of the same currency is replaced. Raises ValueError, see `fitting`."""
    known = proposal.estimate.exchanges
    if any(one.currency == exchange.currency for one in known):
        kept = tuple(exchange if one.currency == exchange.currency else one for one in known)
    else:
        kept = (*known, exchange)
    return replace(proposal, estimate=replace(proposal.estimate, exchanges=fitting(kept)))


def remove_exchange(proposal: Proposal, currency: str) -> Proposal:
    """Forget a rate of exchange, and the equivalent in that currency."""
    estimate = proposal.estimate
    kept = tuple(one for one in estimate.exchanges if one.currency != currency)
    equivalent = "" if estimate.equivalent == currency else estimate.equivalent
    return replace(proposal, estimate=replace(estimate, exchanges=kept, equivalent=equivalent))
