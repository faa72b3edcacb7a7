-- The first conversation: whoever opens the application for the first time sees what it does.
WITH welcome AS (
    INSERT INTO conversations (title) VALUES ('Welcome to Harvis') RETURNING id
)
INSERT INTO messages (conversation_id, role, content)
SELECT id, 'assistant',
       'Tell me what is on your mind. I keep every conversation, and when you say something that is close to what you said before, '
       'I bring it up. The search above finds what you said by its meaning.'
FROM welcome;
