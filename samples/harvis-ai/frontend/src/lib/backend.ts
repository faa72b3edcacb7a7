/** The backend's API, as the server of this frontend calls it. Browsers never do. */

export interface Message {
  readonly id: number;
  readonly conversation_id: number;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly created_at: string;
}

export interface Conversation {
  readonly id: number;
  readonly title: string;
  readonly created_at: string;
  readonly message_count: number;
}

export interface ConversationWithMessages extends Conversation {
  readonly messages: readonly Message[];
}

export interface SearchHit {
  readonly message: Message;
  readonly conversation_title: string;
  readonly similarity: number;
}

/** The backend refused a request (`status` is its answer) or didn't answer (`status` is 0). */
export class BackendError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'BackendError';
  }
}

const timeoutMilliseconds = 5_000;

export class Backend {
  constructor(
    private readonly url: string,
    private readonly send: typeof fetch = fetch,
  ) {}

  conversations(): Promise<readonly Conversation[]> {
    return this.call('GET', '/api/conversations');
  }

  /** The conversation, or null if there is none with that number. */
  async conversation(id: number): Promise<ConversationWithMessages | null> {
    try {
      return await this.call<ConversationWithMessages>('GET', `/api/conversations/${id}`);
    } catch (error) {
      if (error instanceof BackendError && error.status === 404) return null;
      throw error;
    }
  }

  createConversation(title: string): Promise<Conversation> {
    return this.call('POST', '/api/conversations', { title });
  }

  say(conversationId: number, content: string): Promise<readonly Message[]> {
    return this.call('POST', `/api/conversations/${conversationId}/messages`, { content });
  }

  search(query: string): Promise<readonly SearchHit[]> {
    return this.call('GET', `/api/search?limit=5&q=${encodeURIComponent(query)}`);
  }

  private async call<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    let response: Response;
    try {
      response = await this.send(new URL(path, this.url), {
        method,
        cache: 'no-store',
        signal: AbortSignal.timeout(timeoutMilliseconds),
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
    } catch (error) {
      // The reason is for the log of this server; people get the sentence.
      console.error(JSON.stringify({ level: 'ERROR', message: 'backend does not answer', method, path, reason: reasonOf(error) }));
      throw new BackendError(0, 'The assistant is unreachable at the moment.');
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new BackendError(response.status, sentenceFor(response.status));
    }
    return (await response.json()) as Answer;
  }
}

/** The backend that BACKEND_URL names, read at each call: one image serves every environment. */
export function backend(): Backend {
  return new Backend(process.env['BACKEND_URL'] || 'http://localhost:8000');
}

function sentenceFor(status: number): string {
  switch (status) {
    case 404:
      return 'That conversation is gone.';
    case 422:
      return 'That text can’t be used. It may be empty or too long.';
    default:
      return 'The assistant can’t answer at the moment.';
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
