import type { ConversationWithMessages } from '@/lib/backend';
import { Time } from './time';

export function Messages({ conversation }: { readonly conversation: ConversationWithMessages | null }) {
  if (conversation === null) {
    return (
      <section className="welcome" id="latest">
        <h1>What is on your mind?</h1>
        <p>Harvis remembers what you tell it, across conversations, and brings it up when it matters.</p>
      </section>
    );
  }
  const last = conversation.messages.at(-1)?.id;
  return (
    <section aria-labelledby="title">
      <h1 id="title">{conversation.title}</h1>
      <ol className="messages">
        {conversation.messages.map(({ id, role, content, created_at: at }) => (
          <li key={id} className={role} id={id === last ? 'latest' : undefined}>
            <p>{content}</p>
            <small>
              {role === 'user' ? 'You' : 'Harvis'} · <Time at={at} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
