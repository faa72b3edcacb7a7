CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE conversations (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title      text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE messages (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint      NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    role            text        NOT NULL CHECK (role IN ('user', 'assistant')),
    content         text        NOT NULL CHECK (length(content) BETWEEN 1 AND 8000),
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Only what people say is remembered; the assistant's own answers would otherwise find themselves.
    embedding       vector(256),
    CHECK ((role = 'user') = (embedding IS NOT NULL))
);

CREATE INDEX messages_by_conversation ON messages (conversation_id, id);
CREATE INDEX messages_by_meaning ON messages USING hnsw (embedding vector_cosine_ops);
