from __future__ import annotations

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, constr

from ..conversations import Conversation, Conversations, ConversationWithMessages, Message

# Inputs come first, their limits are those of the columns (migrations/0001_conversations.sql).


class NewConversation(BaseModel):
    title: constr(strip_whitespace=True, min_length=1, max_length=200)  # type: ignore[valid-type]


class NewMessage(BaseModel):
    content: constr(strip_whitespace=True, min_length=1, max_length=8000)  # type: ignore[valid-type]


_LARGEST_ID = 2**63 - 1


def conversation_routes(conversations: Conversations) -> APIRouter:
    router = APIRouter(prefix="/api/conversations", tags=["conversations"])

    @router.get("", response_model=list[Conversation])
    def list_conversations(limit: int = Query(50, ge=1, le=200)) -> list[Conversation]:
        """The newest conversations, the newest first."""
        return conversations.newest(limit)

    @router.post("", response_model=Conversation, status_code=201)
    def create_conversation(new: NewConversation) -> Conversation:
        return conversations.create(_storable(new.title))

    @router.get("/{conversation_id}", response_model=ConversationWithMessages)
    def read_conversation(conversation_id: int = Path(ge=1, le=_LARGEST_ID)) -> ConversationWithMessages:
        """One conversation with its messages, the oldest first."""
        return _or_404(conversations.read(conversation_id), conversation_id)

    @router.post("/{conversation_id}/messages", response_model=list[Message], status_code=201)
    def create_message(new: NewMessage, conversation_id: int = Path(ge=1, le=_LARGEST_ID)) -> list[Message]:
        """Says something; returns the message and the assistant's answer."""
        return _or_404(conversations.say(conversation_id, _storable(new.content)), conversation_id)

    return router


def _storable(text: str) -> str:
    # JSON can carry both of these; PostgreSQL's text can't.
    if any(character == "\0" or "\ud800" <= character <= "\udfff" for character in text):
        raise HTTPException(422, "The text has a NUL character or half of a surrogate pair.")
    return text


def _or_404(found, conversation_id: int):
    if found is None:
        raise HTTPException(404, f"There is no conversation {conversation_id}.")
    return found
