import type { Conversation } from '@/lib/backend';

export function Composer({ conversation }: { readonly conversation: Conversation | null }) {
  return (
    <form className="composer" action="/messages" method="post">
      {conversation && <input type="hidden" name="conversation" value={conversation.id} />}
      <label htmlFor="content">{conversation ? 'Your message' : 'Start a conversation'}</label>
      <textarea id="content" name="content" rows={2} maxLength={8000} required placeholder="Say something worth remembering…" />
      <button type="submit">Send</button>
    </form>
  );
}
