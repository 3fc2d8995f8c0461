import assert from 'node:assert/strict';
import test from 'node:test';
import { base64, picture, pictureServer, probe, providersFor } from '../support.mjs';
import { dataUri, order, seedanceOf } from './support.mjs';

test('A task goes from queued over running to a link of a day, billed by its tokens', async (t) => {
  const providers = await providersFor(t);
  const seedance = seedanceOf(providers);

  const { status, body } = await seedance.create({
    duration: 5,
    resolution: '720p',
    frames: [['first_frame', dataUri({ size: '720x1280' })]],
  });
  assert.deepEqual([status, Object.keys(body)], [200, ['id']]);
  assert.match(body.id, /^cgt-20261122120000-/);
  assert.deepEqual([(await seedance.task(body.id)).status, (await seedance.task(body.id)).content], ['queued', undefined]);
  providers.advance(0.9);
  assert.equal((await seedance.task(body.id)).status, 'running');
  providers.advance(1);
  const done = await seedance.task(body.id);
  assert.deepEqual(
    [done.status, done.error, done.ratio, done.duration, done.usage],
    ['succeeded', null, '9:16', 5, { completion_tokens: 108000, total_tokens: 108000 }],
  );

  const clip = probe(t, Buffer.from(await (await fetch(done.content.video_url)).arrayBuffer()));

  assert.deepEqual([clip.codec, clip.fps, clip.seconds, clip.sound, clip.width, clip.height], ['h264', '24/1', 5, false, 72, 128]);
  assert.equal((await providers.state('seedance')).bill.amount, '1.1556');
  providers.advance(86_400);
  assert.equal((await fetch(done.content.video_url)).status, 403);
  providers.advance(6 * 86_400);
  assert.equal((await seedance(`/${body.id}`)).status, 404);
});

test('At 1080p it is 10-bit HEVC, and with sound unless it is switched off', async (t) => {
  const providers = await providersFor(t);
  const seedance = seedanceOf(providers);
  const { id } = (await seedance.create({ resolution: '1080p', generate_audio: undefined })).body;
  providers.advance(3);

  const clip = probe(t, Buffer.from(await (await fetch((await seedance.task(id)).content.video_url)).arrayBuffer()));

  assert.deepEqual([clip.codec, clip.sound, clip.seconds > 3.9 && clip.seconds < 4.1], ['hevc', true, true]);
});

test('The nearest of its own shapes is filmed, and a last frame may be given', async (t) => {
  const seedance = seedanceOf(await providersFor(t));
  const ratioOf = async (size) => {
    const frames = ['first_frame', 'last_frame'].map((role) => [role, dataUri({ size })]);
    return (await seedance.task((await seedance.create({ frames })).body.id)).ratio;
  };

  assert.deepEqual([await ratioOf('800x1000'), await ratioOf('1000x1000'), await ratioOf('1600x800')], ['3:4', '1:1', '16:9']);
});

test('Thirty references are taken without a frame', async (t) => {
  const providers = await providersFor(t);
  const frames = (count) => Array.from({ length: count }, () => ['reference_image', dataUri()]);

  assert.equal((await seedanceOf(providers).create({ frames: frames(30) })).status, 200);
  assert.equal((await seedanceOf(providers).create({ frames: frames(31) })).status, 400);

  assert.equal((await providers.state('seedance')).jobs[0].pictures.length, 30);
});

for (const [name, body, param] of [
  ['a field that is not there', { seed: 1 }, 'seed'],
  ['a ratio of its own', { ratio: '9:16' }, 'ratio'],
  ['a duration as a string', { duration: '5' }, 'duration'],
  ['a duration that is too long', { duration: 31 }, 'duration'],
  ['a resolution in capitals', { resolution: '720P' }, 'resolution'],
  ['an identifier that is too long', { safety_identifier: 'x'.repeat(65) }, 'safety_identifier'],
  ['bare base64', { frames: [['first_frame', base64()]] }, 'content[1].image_url'],
  ['a picture that is too small', { frames: [['first_frame', dataUri({ size: '200x300' })]] }, 'content[1].image_url'],
  ['a picture that is too narrow', { frames: [['first_frame', dataUri({ size: '300x900' })]] }, 'content[1].image_url'],
  ['a role that is not there', { frames: [['subject', dataUri()]] }, 'content[1].role'],
  ['a last frame alone', { frames: [['last_frame', dataUri()]] }, 'content'],
  [
    'frames beside references',
    {
      frames: [
        ['first_frame', dataUri()],
        ['reference_image', dataUri()],
      ],
    },
    'content',
  ],
]) {
  test(`Refused with InvalidParameter: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const { status, body: refused, text } = await seedanceOf(providers).create(body);

    assert.deepEqual([status, refused.error?.code, refused.error?.param], [400, 'InvalidParameter', param], text);
    const { jobs, refusedCalls } = await providers.state('seedance');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('Without the key 401, an unknown model 404, no model 400, a wrong path 404, a wrong method 405', async (t) => {
  const seedance = seedanceOf(await providersFor(t));
  const told = ({ status, body }) => [status, body.error.code];

  assert.deepEqual(told(await seedance('', undefined, { headers: { Authorization: 'sandbox-seedance-key' } })), [
    401,
    'AuthenticationError',
  ]);
  assert.deepEqual(told(await seedance('', order({ model: 'seedance-1' }))), [404, 'InvalidEndpointOrModel.NotFound']);
  assert.deepEqual(told(await seedance('', order({ model: undefined }))), [400, 'MissingParameter']);
  assert.deepEqual(told(await seedance('/a/b')), [404, 'NotFound']);
  assert.deepEqual(told(await seedance('/a', {})), [405, 'MethodNotAllowed']);
});

test('A picture may be fetched', async (t) => {
  const seedance = seedanceOf(await providersFor(t));
  const web = await pictureServer(t, picture());

  assert.equal((await seedance.create({ frames: [['first_frame', `${web.address}/photo`]] })).status, 200);
});
