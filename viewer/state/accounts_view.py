"""Say how the accounts of a question are arranged."""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """How the answers are arranged; none of these ranks how far they are to be trusted."""

    POSITION = "position"
    SAID = "said"
    VALUE = "value"


class Scale(StrEnum):
    """How the line grows; AUTO follows the question."""

    AUTO = "auto"
    LOGARITHMIC = "logarithmic"
    LINEAR = "linear"


@dataclass(frozen=True, slots=True)
class AccountsView:
    """The arrangement of all accounts."""

    order: Order = Order.POSITION
    scale: Scale = Scale.AUTO
