"""The assistant's answer. It has no language model: it recalls the nearest thing that was said before."""

from __future__ import annotations

from dataclasses import dataclass

RECALL_FROM = 0.35
"""Cosine similarity from which a memory is worth mentioning; unrelated sentences stay below 0.25."""

_LONGEST_QUOTE = 160


@dataclass(frozen=True)
class Memory:
    content: str
    conversation_title: str
    similarity: float


def reply_to(content: str, memory: Memory | None) -> str:
    if memory is None or memory.similarity < RECALL_FROM:
        return "Noted. Nothing like it has come up before; I will remember it."
    if memory.content.casefold() == content.casefold():
        return f"You said exactly that in “{memory.conversation_title}”. It is still on record."
    return f"That reminds me of “{memory.conversation_title}”, where you said: “{_shortened(memory.content)}”"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + "…"
