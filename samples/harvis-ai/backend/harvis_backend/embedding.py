"""A tiny deterministic text embedding: hashed words and character trigrams, normalised to length one.

It stands in for a model, so that the sample runs anywhere in a few megabytes and gives the same answers everywhere. The
rest of the application only knows `embed`: a real model is one function away.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from hashlib import blake2b

DIMENSIONS = 256
"""Length of a vector; the column `messages.embedding` has the same (migrations/0001_conversations.sql)."""

_WORD = re.compile(r"\w+")
_STOP_WORDS = frozenset(
    "a an and are as at be but by can could did do does for from had has have how i in is it its me my of on or our "
    "should so that the their them then there they this to was we were what when where which who why will with would "
    "you your".split()
)
_WORD_WEIGHT = 1.0
_TRIGRAM_WEIGHT = 0.4  # Enough to join 'deploy' and 'deployment', too little to outvote a shared word.


def embed(text: str) -> list[float]:
    """The text as a unit vector: equal texts give equal vectors, texts that share words or stems near ones."""
    vector = [0.0] * DIMENSIONS
    for feature, weight in _features(text.lower()):
        digest = int.from_bytes(blake2b(feature.encode(), digest_size=8).digest(), "big")
        # One bit picks the sign, so that collisions cancel out instead of piling up.
        vector[(digest >> 1) % DIMENSIONS] += weight if digest & 1 else -weight
    length = math.sqrt(sum(value * value for value in vector))
    if length == 0.0:
        # No words at all. Cosine distance is undefined for the zero vector, so such texts share one direction.
        return [1.0] + [0.0] * (DIMENSIONS - 1)
    return [value / length for value in vector]


def to_vector_literal(vector: list[float]) -> str:
    """The vector as pgvector reads it: '[0.25,-0.5,…]'."""
    return "[" + ",".join(f"{value:.6g}" for value in vector) + "]"


def _features(text: str) -> Iterator[tuple[str, float]]:
    words = _WORD.findall(text)
    # A text of nothing but stop words still means something.
    for word in [word for word in words if word not in _STOP_WORDS] or words:
        yield f"word:{word}", _WORD_WEIGHT
        padded = f"^{word}$"
        for start in range(len(padded) - 2):
            yield f"trigram:{padded[start:start + 3]}", _TRIGRAM_WEIGHT
