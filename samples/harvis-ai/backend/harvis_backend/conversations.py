"""Conversations and their messages in the database, and the search over what people said."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from .assistant import Memory, reply_to
from .database import Database
from .embedding import embed, to_vector_literal


class Conversation(BaseModel):
    id: int
    title: str
    created_at: datetime
    message_count: int


class Message(BaseModel):
    id: int
    conversation_id: int
    role: str
    content: str
    created_at: datetime


class ConversationWithMessages(Conversation):
    messages: list[Message]


class SearchHit(BaseModel):
    message: Message
    conversation_title: str
    similarity: float


class Conversations:
    """Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, limit: int) -> list[Conversation]:
        """The newest conversations, the newest first."""
        with self._database.connection() as connection:
            rows = connection.execute(_CONVERSATIONS + " ORDER BY c.id DESC LIMIT %s", (limit,))
            return [Conversation(**row) for row in rows]

    def create(self, title: str) -> Conversation:
        with self._database.connection() as connection:
            row = connection.execute(
                "INSERT INTO conversations (title) VALUES (%s) RETURNING id, title, created_at, 0 AS message_count",
                (title,),
            ).fetchone()
            return Conversation(**row)

    def read(self, conversation_id: int) -> ConversationWithMessages | None:
        with self._database.connection() as connection:
            row = connection.execute(_CONVERSATIONS + " WHERE c.id = %s", (conversation_id,)).fetchone()
            if row is None:
                return None
            messages = connection.execute(
                "SELECT id, conversation_id, role, content, created_at FROM messages "
                "WHERE conversation_id = %s ORDER BY id",
                (conversation_id,),
            )
            return ConversationWithMessages(**row, messages=[Message(**message) for message in messages])

    def say(self, conversation_id: int, content: str) -> list[Message] | None:
        """Stores what the person said and the assistant's answer, and returns both; None if there is no such conversation."""
        vector = to_vector_literal(embed(content))
        with self._database.connection() as connection:
            # The lock keeps a question and its answer together when two people write at once.
            found = connection.execute("SELECT 1 FROM conversations WHERE id = %s FOR UPDATE", (conversation_id,)).fetchone()
            if found is None:
                return None
            nearest = connection.execute(_NEAREST, {"vector": vector, "limit": 1}).fetchone()
            memory = Memory(nearest["content"], nearest["title"], nearest["similarity"]) if nearest else None
            said = connection.execute(_SAY, (conversation_id, "user", content, vector)).fetchone()
            answer = connection.execute(_SAY, (conversation_id, "assistant", reply_to(content, memory), None)).fetchone()
            return [Message(**said), Message(**answer)]

    def search(self, query: str, limit: int) -> list[SearchHit]:
        """What people said that is nearest in meaning, the nearest first."""
        with self._database.connection() as connection:
            rows = connection.execute(_NEAREST, {"vector": to_vector_literal(embed(query)), "limit": limit})
            return [
                SearchHit(
                    message=Message(**{name: row[name] for name in ("id", "conversation_id", "role", "content", "created_at")}),
                    conversation_title=row["title"],
                    similarity=round(row["similarity"], 4),
                )
                for row in rows
            ]


_CONVERSATIONS = """
    SELECT c.id, c.title, c.created_at, (SELECT count(*) FROM messages m WHERE m.conversation_id = c.id) AS message_count
    FROM conversations c"""

_SAY = """
    INSERT INTO messages (conversation_id, role, content, embedding) VALUES (%s, %s, %s, %s::vector)
    RETURNING id, conversation_id, role, content, created_at"""

# '<=>' is pgvector's cosine distance; ordering by it alone lets the HNSW index answer.
_NEAREST = """
    SELECT m.id, m.conversation_id, m.role, m.content, m.created_at, c.title,
           1 - (m.embedding <=> %(vector)s::vector) AS similarity
    FROM messages m JOIN conversations c ON c.id = m.conversation_id
    WHERE m.embedding IS NOT NULL
    ORDER BY m.embedding <=> %(vector)s::vector
    LIMIT %(limit)s"""
