"""Keep the PIN of the staff as scrypt leaves it (RFC 7914), and make guessing slow."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from viewer.base.digits import ascii_digits
from viewer.model.venue import ExitPin

COST = 14
"""Logarithm of the work of one try: some 16 MiB and less than a tenth of a second."""
DIGITS = range(4, 13)
"""How many digits a PIN may have."""
FREE_TRIES = 2
LONGEST_WAIT = 900.0


def hashed_pin(pin: str) -> ExitPin:
    """Return what a venue file keeps of a PIN."""
    salt = secrets.token_bytes(16)
    return ExitPin(COST, salt, _digest(pin, salt, COST))


def pin_text(pin: ExitPin) -> str:
    """Return the hashed PIN as a venue file writes it."""
    return f"scrypt:{pin.cost:02d}:{pin.salt.hex()}:{pin.digest.hex()}"


def is_pin(text: str) -> bool:
    """Tell whether a text can be a PIN: four to twelve digits of any script."""
    digits = ascii_digits(text)
    return digits.isascii() and digits.isdigit() and len(digits) in DIGITS


def _digest(pin: str, salt: bytes, cost: int) -> bytes:
    memory = 256 << cost << 3
    return hashlib.scrypt(
        ascii_digits(pin).encode(), salt=salt, n=1 << cost, r=8, p=1, maxmem=memory, dklen=32
    )


@dataclass(slots=True)
class PinLock:
    """Answers tries; after the first wrong ones each costs twice the waiting of the one before."""

    pin: ExitPin
    _wrong: int = 0
    _until: float = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds before another try counts; `now` is a clock that never goes back."""
        return max(self._until - now, 0.0)

    def opens(self, tried: str, now: float) -> bool:
        """Tell whether this is the PIN; while one has to wait, nothing is."""
        if self.wait(now) > 0:
            return False
        if hmac.compare_digest(_digest(tried, self.pin.salt, self.pin.cost), self.pin.digest):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong > FREE_TRIES:
            self._until = now + min(5.0 * 2 ** (self._wrong - FREE_TRIES - 1), LONGEST_WAIT)
        return False
