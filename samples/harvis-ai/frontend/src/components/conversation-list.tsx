import type { Conversation } from '@/lib/backend';

interface Props {
  readonly conversations: readonly Conversation[];
  readonly selected: number | null;
}

export function ConversationList({ conversations, selected }: Props) {
  return (
    <nav aria-label="Conversations">
      <a className="new" href="/?conversation=new">
        New conversation
      </a>
      <ul>
        {conversations.map(({ id, title, message_count: count }) => (
          <li key={id}>
            <a href={`/?conversation=${id}`} aria-current={id === selected ? 'page' : undefined}>
              <span>{title}</span>
              <small>{count === 1 ? '1 message' : `${count} messages`}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
