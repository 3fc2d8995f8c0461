import assert from 'node:assert/strict';
import test from 'node:test';
import { picture, providersFor } from '../support.mjs';
import { runwayOf } from './support.mjs';

async function place(t) {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);
  const { body } = await runway('/v1/uploads', { filename: 'dress.png', type: 'ephemeral' });
  return { providers, runway, ...body };
}

async function send(url, entries, headers = {}) {
  const form = new FormData();
  entries.forEach(([name, value]) => form.append(name, value));
  return (await fetch(url, { method: 'POST', body: form, headers })).status;
}

const file = (bytes = picture()) => ['file', new Blob([bytes], { type: 'image/png' })];

test('An upload is taken with its fields first and the file last, and is a picture for a day', async (t) => {
  const { providers, runway, uploadUrl, fields, runwayUri } = await place(t);

  assert.equal(await send(uploadUrl, [...Object.entries(fields), file()]), 204);
  assert.equal((await runway.create({ promptImage: runwayUri })).status, 200);
  providers.advance(86_401);

  assert.equal((await runway.create({ promptImage: runwayUri })).status, 400);
});

test('An upload is refused with a field missing, changed or behind the file, too small, or with a key', async (t) => {
  const { runway, uploadUrl, fields, runwayUri } = await place(t);
  const [first, ...others] = Object.entries(fields);

  assert.equal(await send(uploadUrl, [...others, file()]), 400);
  assert.equal(await send(uploadUrl, [[first[0], 'else'], ...others, file()]), 403);
  assert.equal(await send(uploadUrl, [...others, file(), first]), 400);
  assert.equal(await send(uploadUrl, [first, ...others, file(Buffer.alloc(511))]), 400);
  assert.equal(await send(uploadUrl, [first, ...others, file()], { Authorization: 'Bearer sandbox-runway-key' }), 400);
  assert.equal((await runway.create({ promptImage: runwayUri })).status, 400);
});
