"""Commands that arrange the answers to a question."""

from dataclasses import replace

from viewer.commands.command import Command, Outcome
from viewer.state.accounts_view import Order, Scale
from viewer.state.session import Session


def arrange(session: Session, order: str) -> Outcome:
    """Arrange the answers by kind of claimant, by date said, or by value."""
    del session
    return lambda state: replace(state, accounts=replace(state.accounts, order=Order(order)))


def scale_line(session: Session, scale: str) -> Outcome:
    """Let the line of values grow by factors or by steps."""
    del session
    return lambda state: replace(state, accounts=replace(state.accounts, scale=Scale(scale)))


COMMANDS = (
    Command("open.accounts-order", arrange, needs=("order",)),
    Command("open.accounts-scale", scale_line, needs=("scale",)),
)
