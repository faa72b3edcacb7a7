import { backend, type Backend, BackendError, type Conversation, type ConversationWithMessages, type SearchHit } from './backend';
import { conversationId } from './input';

/** What the page shows. A backend that is away leaves it empty, with the problem said. */
export interface PageData {
  readonly conversations: readonly Conversation[];
  /** Null: a new conversation. */
  readonly conversation: ConversationWithMessages | null;
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly problem: string | null;
}

export type Parameters = Record<string, string | string[] | undefined>;

/** Reads `conversation` (a number, or 'new'; the newest without it), `q` (a search) and `problem` from the address. */
export async function load(parameters: Parameters, from: Backend = backend()): Promise<PageData> {
  const query = single(parameters['q']).trim().slice(0, 1000);
  const problem = problems.get(single(parameters['problem'])) ?? null;
  try {
    const conversations = await from.conversations();
    const wanted = single(parameters['conversation']);
    const id = wanted === 'new' ? null : (conversationId(wanted) ?? conversations[0]?.id ?? null);
    const [conversation, hits] = await Promise.all([
      id === null || query !== '' ? null : from.conversation(id),
      query === '' ? [] : from.search(query),
    ]);
    return { conversations, conversation, query, hits, problem };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { conversations: [], conversation: null, query, hits: [], problem: error.message };
  }
}

/** Named in the address after a failed form; never text from it, which anyone could write. */
const problems: ReadonlyMap<string, string> = new Map([
  ['refused', 'That message can’t be used. It may be empty or too long.'],
  ['gone', 'That conversation is gone, and the message wasn’t stored.'],
  ['unavailable', 'The message wasn’t stored: the assistant can’t answer at the moment. Please try again.'],
]);

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
