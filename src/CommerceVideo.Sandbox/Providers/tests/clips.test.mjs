import assert from 'node:assert/strict';
import test from 'node:test';
import { filmArguments, sizeOf } from '../clips/film.mjs';
import { looks } from '../kling/looks.mjs';
import { models } from '../kling/models.mjs';
import { looks as runwayLooks } from '../runway/looks.mjs';
import { models as runwayModels } from '../runway/models.mjs';
import { klingOf } from './kling/support.mjs';
import { base64, probe, providersFor } from './support.mjs';

test('Every model has a look of its own', () => {
  const known = [...Object.keys(models), ...Object.keys(runwayModels)];
  const looking = { ...looks, ...runwayLooks };

  assert.deepEqual(Object.keys(looking), known);
  assert.equal(new Set(Object.values(looking).map((look) => JSON.stringify(look))).size, known.length);
});

test('A size keeps the picture’s ratio at about the pixels of its class, on even sides', () => {
  assert.deepEqual(sizeOf(1280 * 720, { width: 1600, height: 900 }), { width: 1280, height: 720 });
  assert.deepEqual(sizeOf(1920 * 1080, { width: 900, height: 1600 }), { width: 1080, height: 1920 });
  assert.deepEqual(sizeOf(1280 * 720, { width: 1000, height: 1000 }), { width: 960, height: 960 });
  assert.deepEqual(sizeOf(1280 * 720, { width: 300, height: 400 }), { width: 832, height: 1108 });
});

test('The same order makes the same arguments, on one thread, from local files only', () => {
  const order = { look: looks['kling-3.0'], seconds: 5.1, width: 720, height: 1280, sound: true, cuts: false };
  const line = filmArguments(order, 'in', 'out').join(' ');

  assert.equal(line, filmArguments({ ...order }, 'in', 'out').join(' '));
  assert.match(line, /-protocol_whitelist file,pipe .*-frames:v 122 .*-threads 1/);
  assert.match(line, /zoompan=.*:d=122:s=720x1280:fps=24/);
});

for (const [model, resolution, size, sound] of [
  ['kling-3.0', '1080p', '900x1600', 'native'],
  ['kling-3.0-turbo', '720p', '800x800', null],
  ['kling-2.6', '1080p', '1600x900', 'native'],
  ['kling-2.5-turbo', '720p', '1600x900', null],
]) {
  test(`${model} at ${resolution} from ${size}: right ratio, rate, length and sound`, async (t) => {
    const providers = await providersFor(t, { only: ['kling'], clipScale: 0.125 });
    const kling = klingOf(providers);
    const settings = {
      resolution,
      duration: 5,
      ...(sound ? { audio: sound } : {}),
      ...(model === 'kling-3.0' ? { multi_shot: false } : {}),
    };
    const { id } = (await kling.create({ picture: base64({ size }), settings }, model)).body.data;
    providers.advance(3);

    const clip = probe(t, Buffer.from(await (await fetch((await kling.task(id)).outputs[0].url)).arrayBuffer()));

    const [width, height] = size.split('x').map(Number);
    assert.ok(Math.abs(clip.width / clip.height / (width / height) - 1) < 0.03, JSON.stringify(clip));
    assert.ok(Math.abs(clip.width * clip.height * 64 - (resolution === '720p' ? 921_600 : 2_073_600)) < 60_000, JSON.stringify(clip));
    assert.deepEqual([clip.fps, clip.frames, clip.sound], ['24/1', 122, sound === 'native' || model === 'kling-3.0-turbo']);
  });
}
