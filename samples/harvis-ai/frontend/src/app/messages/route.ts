import { backend, BackendError } from '@/lib/backend';
import { newMessage, titleFor } from '@/lib/input';

/** Takes the form of the page, with or without JavaScript, and leads back to the page. */
export async function POST(request: Request): Promise<Response> {
  // Browsers say where a form was sent from; one on a foreign page must not write here.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return new Response('Forbidden', { status: 403 });
  const form = await request.formData().catch(() => null);
  if (form === null) return new Response('A form was expected.', { status: 400 });
  const message = newMessage(form);
  if (message === null) return seeOther('/?problem=refused');
  let id = message.conversationId;
  try {
    id ??= (await backend().createConversation(titleFor(message.content))).id;
    await backend().say(id, message.content);
    return seeOther(`/?conversation=${id}#latest`);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    if (error.status === 404 || id === null) return seeOther(`/?problem=${problemOf(error)}`);
    return seeOther(`/?conversation=${id}&problem=${problemOf(error)}`);
  }
}

function problemOf({ status }: BackendError): string {
  if (status === 404) return 'gone';
  return status === 422 ? 'refused' : 'unavailable';
}

function seeOther(location: string): Response {
  // A relative address: behind a proxy this server doesn't know its public name.
  return new Response(null, { status: 303, headers: { location } });
}
