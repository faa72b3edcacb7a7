"""How long to wait between attempts."""

from __future__ import annotations

from collections.abc import Iterator


def backoff_delays(total: float, first: float = 0.25, longest: float = 4.0) -> Iterator[float]:
    """Seconds to wait before each next attempt: doubling from `first` up to `longest`, `total` in all."""
    delay, left = first, total
    while left > 0:
        wait = min(delay, left)
        yield wait
        left -= wait
        delay = min(delay * 2, longest)
