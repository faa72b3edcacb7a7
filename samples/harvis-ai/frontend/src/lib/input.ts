/** What people put into forms and addresses, checked. */

export interface NewMessage {
  /** Null starts a new conversation. */
  readonly conversationId: number | null;
  readonly content: string;
}

/** The number of a conversation, or null if the text isn't one. */
export function conversationId(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The message of a form, or null if it is empty. */
export function newMessage(form: FormData): NewMessage | null {
  const content = textOf(form.get('content')).trim();
  return content === '' ? null : { conversationId: conversationId(textOf(form.get('conversation'))), content };
}

const longestTitle = 60;

/** A title for the conversation that a message starts: its first line, cut at a word if it is long. */
export function titleFor(content: string): string {
  const line = (content.trim().split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= longestTitle) return line;
  const cut = characters.slice(0, longestTitle - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > longestTitle / 2 ? cut.slice(0, space) : cut}…`;
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
