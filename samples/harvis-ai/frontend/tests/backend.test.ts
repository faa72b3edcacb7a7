import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backend, BackendError } from '../src/lib/backend';
import { load } from '../src/lib/page-data';

const conversation = { id: 3, title: 'Dinner', created_at: '2026-01-02T03:04:05Z', message_count: 0 };

/** A backend whose answers are given by path; it notes what was asked. */
function answering(answers: Record<string, unknown>, asked: string[] = []): Backend {
  return new Backend('http://backend:8000', async (address, init) => {
    const { pathname, search } = new URL(String(address));
    asked.push(`${init?.method} ${pathname}${search} ${init?.body ?? ''}`.trim());
    const answer = answers[pathname];
    return answer === undefined ? new Response('{}', { status: 404 }) : Response.json(answer);
  });
}

const away = new Backend('http://backend:8000', () => Promise.reject(new TypeError('fetch failed')));

test('say_Text_IsPostedAsJson', async () => {
  const asked: string[] = [];
  await answering({ '/api/conversations/3/messages': [] }, asked).say(3, 'a "quote" & ünïcode');
  assert.deepEqual(asked, ['POST /api/conversations/3/messages {"content":"a \\"quote\\" & ünïcode"}']);
});

test('search_Query_IsEscaped', async () => {
  const asked: string[] = [];
  await answering({ '/api/search': [] }, asked).search('a&limit=50');
  assert.deepEqual(asked, ['GET /api/search?limit=5&q=a%26limit%3D50']);
});

test('conversation_Unknown_IsNull', async () => {
  assert.equal(await answering({}).conversation(9), null);
});

test('call_BackendAway_IsABackendErrorWithoutTheAddress', async () => {
  await assert.rejects(away.conversations(), (error: unknown) => {
    assert.ok(error instanceof BackendError);
    assert.equal(error.status, 0);
    assert.doesNotMatch(error.message, /backend:8000/);
    return true;
  });
});

test('load_NoConversationAsked_ShowsTheNewest', async () => {
  const from = answering({ '/api/conversations': [conversation], '/api/conversations/3': { ...conversation, messages: [] } });
  assert.equal((await load({}, from)).conversation?.title, 'Dinner');
  assert.equal((await load({ conversation: 'new' }, from)).conversation, null);
});

test('load_BackendAway_SaysSoOnAnEmptyPage', async () => {
  const data = await load({ q: 'wine' }, away);
  assert.deepEqual([data.conversations, data.hits, data.query], [[], [], 'wine']);
  assert.match(data.problem ?? '', /unreachable/);
});

test('load_ProblemInTheAddress_IsOneOfOurSentencesOrNothing', async () => {
  const from = answering({ '/api/conversations': [] });
  assert.match((await load({ problem: 'refused' }, from)).problem ?? '', /empty or too long/);
  assert.equal((await load({ problem: 'Call 555-0100 now!' }, from)).problem, null);
  assert.equal((await load({ problem: 'constructor' }, from)).problem, null);
});
