import assert from 'node:assert/strict';
import test from 'node:test';
import { picture, pictureServer, probe, providersFor } from '../support.mjs';
import { dataUri, falOf, order, pika, wan21, wan27 } from './support.mjs';

test('A request goes from IN_QUEUE over IN_PROGRESS to COMPLETED, and its result is a link', async (t) => {
  const providers = await providersFor(t);
  const fal = falOf(providers);

  const { status, body: ticket } = await fal.submit();
  const at = `${fal.address}/fal-ai/pika/requests/${ticket.request_id}`;
  assert.deepEqual(
    [status, ticket.status, ticket.response_url, ticket.status_url, ticket.cancel_url, ticket.queue_position],
    [200, 'IN_QUEUE', at, `${at}/status`, `${at}/cancel`, 0],
  );
  const waiting = await fal(ticket.status_url);
  assert.deepEqual([waiting.status, waiting.body.status, waiting.body.queue_position], [202, 'IN_QUEUE', 0]);
  providers.advance(0.9);
  const running = await fal(`${ticket.status_url}?logs=1`);
  assert.deepEqual([running.status, running.body.status, running.body.logs], [202, 'IN_PROGRESS', []]);
  const early = await fal(ticket.response_url);
  assert.deepEqual([early.status, early.body], [400, { detail: 'Request is still in progress' }]);
  providers.advance(1);
  const done = await fal(ticket.status_url);
  assert.deepEqual([done.status, done.body.status, done.body.error], [200, 'COMPLETED', undefined]);
  assert.ok(done.body.metrics.inference_time > 0);

  const result = await fal(ticket.response_url);

  assert.deepEqual([result.status, result.headers.get('x-fal-request-id')], [200, ticket.request_id]);
  assert.deepEqual((await providers.state('fal')).refusedCalls, 0);
});

for (const [name, endpoint, body, bill, seconds, fps, shape, sound] of [
  ['Pika', pika, {}, '0.20', 5, '24/1', 0.75, false],
  ['Pika at its best', pika, { resolution: '1080p', duration: '10' }, '0.90', 10, '24/1', 0.75, false],
  ['Wan 2.1', wan21, {}, '0.40', 81 / 16, '16/1', 0.75, false],
  ['Wan 2.1 with more frames', wan21, { num_frames: 97, resolution: '480p', aspect_ratio: '1:1' }, '0.25', 97 / 16, '16/1', 1, false],
  ['Wan 2.7', wan27, { duration: '2', resolution: '720p' }, '0.20', 2, '30/1', 0.75, true],
  ['Wan 2.7 as it comes', wan27, { prompt: undefined }, '0.75', 5, '30/1', 0.75, true],
]) {
  test(`${name} costs ${bill} and looks as it should`, async (t) => {
    const providers = await providersFor(t);
    const fal = falOf(providers);
    const { body: ticket } = await fal.submit(body, endpoint);
    providers.advance(3);

    const { video } = (await fal(ticket.response_url)).body;
    const clip = probe(t, Buffer.from(await (await fetch(video.url)).arrayBuffer()));

    assert.equal(video.content_type, 'video/mp4');
    assert.equal((await providers.state('fal')).bill.amount, bill);
    assert.deepEqual([clip.codec, clip.fps, clip.sound], ['h264', fps, sound]);
    assert.ok(Math.abs(clip.seconds - seconds) < 0.1, JSON.stringify(clip));
    assert.ok(Math.abs(clip.width / clip.height / shape - 1) < 0.05, JSON.stringify(clip));
  });
}

for (const [name, endpoint, body, field, type] of [
  ['a field nobody knows', pika, { aspect_ratio: '9:16' }, 'aspect_ratio', 'extra_forbidden'],
  ['a duration as a number', pika, { duration: 5 }, 'duration', 'string_type'],
  ['a duration it does not sell', pika, { duration: '7' }, 'duration', 'literal_error'],
  ['no prompt', pika, { prompt: undefined }, 'prompt', 'missing'],
  ['no picture', wan27, { image_url: undefined }, 'image_url', 'missing'],
  ['a duration in the wrong type for Wan 2.7', wan27, { duration: 5 }, 'duration', 'string_type'],
  ['a prompt over 5000 characters', wan27, { prompt: 'a'.repeat(5001) }, 'prompt', 'value_error'],
  ['a negative prompt over 500 characters', wan27, { negative_prompt: 'a'.repeat(501) }, 'negative_prompt', 'value_error'],
  ['too few frames', wan21, { num_frames: 80 }, 'num_frames', 'value_error'],
  ['a ratio it has not', wan21, { aspect_ratio: '4:5' }, 'aspect_ratio', 'literal_error'],
  ['a size it has not', wan21, { resolution: '1080p' }, 'resolution', 'literal_error'],
]) {
  test(`Refused with 422 where it is wrong: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await falOf(providers).submit(body, endpoint);

    assert.equal(refused.status, 422, refused.text);
    assert.deepEqual([refused.body.detail[0].loc, refused.body.detail[0].type], [['body', field], type]);
    const { jobs, refusedCalls } = await providers.state('fal');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('The scheme is Key; a wrong app, method, parameter, header or type of body is refused', async (t) => {
  const fal = falOf(await providersFor(t));
  const status = async (path, body, more = {}) => (await fal(path, body, more)).status;

  assert.equal(await status(`/${pika}`, order(), { headers: { Authorization: `Bearer ${fal.key}` } }), 401);
  assert.equal(await status('/fal-ai/pika/v1/image-to-video', order()), 404);
  assert.equal(await status(`/${pika}`), 405);
  assert.equal(await status(`/${pika}?webhook=https://example.com`, order()), 422);
  assert.equal(await status(`/${pika}?fal_webhook=example.com`, order()), 422);
  assert.equal(await status(`/${pika}`, order(), { headers: { 'x-fal-queue-priority': 'high' } }), 422);
  assert.equal(await status(`/${pika}`, JSON.stringify(order()), { headers: { 'Content-Type': 'text/plain' } }), 422);
});

test('A request is found under its owner and app, not under its whole endpoint or another app', async (t) => {
  const fal = falOf(await providersFor(t));
  const { request_id: id } = (await fal.submit({}, wan27)).body;
  const status = async (path) => (await fal(path)).status;

  assert.equal(await status(`/fal-ai/wan/requests/${id}/status`), 202);
  assert.equal(await status(`/fal-ai/wan-i2v/requests/${id}/status`), 404);
  assert.equal(await status(`/fal-ai/wan/v2.7/image-to-video/requests/${id}/status`), 405);
  assert.equal(await status(`/fal-ai/wan/requests/none`), 404);
});

for (const [name, source, type, breaches] of [
  ['bare base64', picture().toString('base64'), 'file_download_error', 1],
  ['a GIF', `data:image/gif;base64,${picture({ kind: 'gif' }).toString('base64')}`, 'unsupported_image_format', 1],
  ['an address elsewhere', 'https://example.com/a.png', 'file_download_error', 0],
  [
    'a file that was cut off',
    `data:image/jpeg;base64,${picture({ kind: 'jpg' }).subarray(0, 4000).toString('base64')}`,
    'image_load_error',
    0,
  ],
]) {
  test(`The queue takes ${name}; the result says ${type}`, async (t) => {
    const providers = await providersFor(t);
    const fal = falOf(providers);
    const { status, body: ticket } = await fal.submit({ image_url: source });
    providers.advance(3);

    const [over, result] = [await fal(ticket.status_url), await fal(ticket.response_url)];

    assert.deepEqual([status, over.status, over.body.status, over.body.error], [200, 200, 'COMPLETED', 'Invalid status code: 422']);
    assert.deepEqual([result.status, result.body.detail[0].type, result.body.detail[0].loc], [422, type, ['body', 'image_url']]);
    const { bill, refusedCalls } = await providers.state('fal');
    assert.deepEqual([bill.amount, refusedCalls], ['0.00', breaches]);
  });
}

test('Wan 2.7 takes a last frame, no small pictures and no alpha; a picture may come by its address', async (t) => {
  const providers = await providersFor(t, { concurrent: 9 });
  const fal = falOf(providers);
  const web = await pictureServer(t, picture());
  const tickets = [];
  for (const body of [
    { image_url: `${web.address}/photo`, end_image_url: dataUri() },
    { end_image_url: dataUri({ size: '200x300' }) },
    { image_url: dataUri({ pixels: 'rgba' }) },
  ]) {
    tickets.push((await fal.submit(body, wan27)).body);
  }
  providers.advance(3);

  const results = await Promise.all(tickets.map(({ response_url: url }) => fal(url)));

  assert.deepEqual(
    results.map(({ status, body }) => [status, body.detail?.[0].type, body.detail?.[0].loc.at(-1)]),
    [
      [200, undefined, undefined],
      [422, 'image_too_small', 'end_image_url'],
      [422, 'image_load_error', 'image_url'],
    ],
  );
});

test('Two of the account run at a time, whatever their app; the others wait in their order', async (t) => {
  const providers = await providersFor(t);
  const fal = falOf(providers);
  const tickets = [];
  for (const endpoint of [pika, wan21, pika, wan27]) {
    tickets.push((await fal.submit({}, endpoint)).body);
  }
  providers.advance(0.5);
  const seen = async () => Promise.all(tickets.map(async ({ status_url: url }) => (await fal(url)).body));

  assert.deepEqual(
    (await seen()).map(({ status, queue_position: at }) => [status, at]),
    [
      ['IN_PROGRESS', undefined],
      ['IN_PROGRESS', undefined],
      ['IN_QUEUE', 0],
      ['IN_QUEUE', 1],
    ],
  );
  providers.advance(4);
  assert.ok((await seen()).every(({ status }) => status === 'COMPLETED'));
});

test('A request is taken out of the queue, or its runner told to stop; one that is over stays', async (t) => {
  const providers = await providersFor(t);
  const fal = falOf(providers);
  const waiting = (await fal.submit()).body;
  const outOfQueue = await fal.cancel(waiting);
  const running = (await fal.submit()).body;
  providers.advance(0.5);
  const stopped = await fal.cancel(running);
  await providers.control('/_sandbox/providers/fal/options', { stopsRunning: false });
  const going = (await fal.submit()).body;
  providers.advance(0.5);
  const told = await fal.cancel(going);
  providers.advance(3);

  const late = await fal.cancel(going);

  assert.deepEqual(
    [outOfQueue, stopped, told, late].map(({ status, body }) => [status, body.status]),
    [
      [200, 'OK'],
      [202, 'CANCELLATION_REQUESTED'],
      [202, 'CANCELLATION_REQUESTED'],
      [400, 'ALREADY_COMPLETED'],
    ],
  );
  assert.deepEqual((await fal.cancel({ cancel_url: '/fal-ai/pika/requests/none/cancel' })).body.status, 'NOT_FOUND');
  const results = await Promise.all([waiting, running, going].map(({ response_url: url }) => fal(url)));
  assert.deepEqual(
    results.map(({ status, body }) => [status, body.error_type]),
    [
      [499, 'client_cancelled'],
      [499, 'client_cancelled'],
      [200, undefined],
    ],
  );
  assert.equal((await providers.state('fal')).bill.amount, '0.20');
});
