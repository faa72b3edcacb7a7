import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationId, newMessage, titleFor } from '../src/lib/input';

test('conversationId_OnlyWholePositiveNumbers_AreTaken', () => {
  assert.equal(conversationId('42'), 42);
  for (const text of [undefined, '', '0', '-1', '1.5', '1e3', ' 7', '9'.repeat(16), 'new', '1/../2']) {
    assert.equal(conversationId(text), null, String(text));
  }
});

test('newMessage_Form_IsTrimmedAndKeepsItsConversation', () => {
  const form = new FormData();
  form.set('content', '  hello\n');
  assert.deepEqual(newMessage(form), { conversationId: null, content: 'hello' });
  form.set('conversation', '7');
  assert.deepEqual(newMessage(form), { conversationId: 7, content: 'hello' });
  form.set('content', ' \n ');
  assert.equal(newMessage(form), null);
  form.set('content', new Blob(['x']), 'x.txt');
  assert.equal(newMessage(form), null);
});

test('titleFor_LongOrManyLines_IsTheFirstLineCutAtAWord', () => {
  assert.equal(titleFor('  Which   wine?\nIt is for fish.'), 'Which wine?');
  const title = titleFor('We roll back the production deployment with one command and tell everybody');
  assert.equal(title, 'We roll back the production deployment with one command…');
  assert.equal(Array.from(titleFor('x'.repeat(500))).length, 60);
  assert.doesNotMatch(titleFor('😀'.repeat(100)), /\p{Surrogate}/u);
});
