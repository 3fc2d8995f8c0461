import assert from 'node:assert/strict';
import test from 'node:test';
import { faultNames } from '../frame/faultNames.mjs';
import { millionths } from '../frame/money.mjs';
import { providers as all } from '../list.mjs';
import { movableClock } from '../clock.mjs';
import { noon, probe, providersFor, temporaryFolder } from './support.mjs';

/** What is rendered costs, but for a server of one's own. */
const isBilled = ({ amount }, { free = false }) => millionths(amount) > 0n !== free;

/** A driver whose files want the key downloads them itself. */
const download = async (driven, id) => driven.download?.(id) ?? fetch(await driven.link(id));

/** Each provider is driven by `tests/<name>/driver.mjs`: submit, status, words, link, and `seconds` a render takes here; `startsAt` if it has ended. */
for (const { name, credentials, links } of all) {
  const { driver, startsAt = noon } = await import(`./${name}/driver.mjs`);

  const begun = async (t, settings = {}) => {
    const running = await providersFor(t, { only: [name], holdSeconds: 0.01, ...settings }, movableClock(startsAt, { standing: true }));
    const driven = driver(running);
    const finish = () => running.advance(driven.seconds ?? 5);
    return { running, driven, finish, state: () => running.state(name) };
  };

  test(`${name}: a photo goes in, a video comes out and is billed once`, async (t) => {
    const { driven, finish, state } = await begun(t);
    const { status, id } = await driven.submit({ prompt: 'a dress #ok' });
    assert.ok(status >= 200 && status <= 202 && id, String(status));
    assert.equal((await state()).bill.amount, '0.00');
    finish();
    assert.equal(await driven.status(id), driven.words.succeeded);

    const clip = probe(t, Buffer.from(await (await download(driven, id)).arrayBuffer()));

    const { bill, refusedCalls, jobs } = await state();
    assert.ok(clip.codec === 'h264' && clip.frames > 20 && isBilled(bill, driven));
    assert.deepEqual([refusedCalls, jobs.length, jobs[0].downloads, jobs[0].state, jobs[0].bill], [0, 1, 1, 'succeeded', bill]);
    assert.ok(jobs[0].seconds > 0 && jobs[0].resolution && jobs[0].model && jobs[0].prompt === 'a dress #ok');
  });

  for (const fault of ['5xx-after', 'timeout-after', 'reset-after', 'malformed']) {
    test(`${name}: #${fault} loses the answer of a job that exists and is billed`, async (t) => {
      const { running, driven, finish, state } = await begun(t);
      const lost = driven.submit({ prompt: `a dress #${fault}` }).catch(() => ({ id: null }));
      for (let tries = 0; tries < 500 && !(await state()).jobs.length; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      running.advance(0.02);

      assert.equal((await lost).id, null);
      finish();
      const { jobs, bill, faultsStruck } = await state();
      assert.deepEqual([jobs.length, jobs[0].state, faultsStruck], [1, 'succeeded', { [fault]: 1 }]);
      assert.ok(isBilled(bill, driven));
    });
  }

  for (const fault of ['rate', 'balance', 'retired', 'badimg', 'mod-in', 'mod-out', '5xx-before', 'fail', 'refuse']) {
    test(`${name}: #${fault} is refused and makes nothing, or is told as a failure`, async (t) => {
      const { driven, finish, state } = await begun(t);
      const { status, id } = await driven.submit({ prompt: `a dress #${fault}` });
      finish();

      const { jobs, refusedCalls } = await state();

      assert.equal(refusedCalls, 0, 'what was asked for is no breach');
      if (jobs.length) {
        assert.deepEqual([jobs[0].state, await driven.status(id)], ['failed', driven.words.failed]);
      } else {
        assert.ok(status === 200 ? id === null : status >= 400, String(status));
      }
    });
  }

  test(`${name}: what runs on, or has an odd status, is neither done nor failed`, async (t) => {
    const { running, driven } = await begun(t);
    const ids = [(await driven.submit({ prompt: '#never' })).id, (await driven.submit({ prompt: '#odd-status #slow' })).id];
    running.advance(10);

    const statuses = await Promise.all(ids.map((id) => driven.status(id)));

    statuses.forEach((status) => assert.ok(status && !Object.values(driven.words).includes(status), String(status)));
    assert.notEqual(statuses[0], statuses[1]);
  });

  test(`${name}: a wrong key and a field nobody knows are breaches and make nothing`, async (t) => {
    const { driven, state } = await begun(t);

    const answers = [await driven.submit({ prompt: 'a', key: 'another-key' }), await driven.submit({ prompt: 'a', more: { nonsense: 1 } })];

    const { jobs, refusedCalls, refused } = await state();
    assert.deepEqual([answers.map(({ id }) => id), jobs, refusedCalls], [[null, null], [], 2]);
    assert.ok(!JSON.stringify(refused).includes('another-key'));
  });

  test(`${name}: its jobs outlive the program and itself`, async (t) => {
    const folder = temporaryFolder(t);
    const first = await begun(t, { folder });
    const { id } = await first.driven.submit({ prompt: 'a dress' });
    await first.running.stop();

    const second = await begun(t, { folder });
    await second.running.control(`/_sandbox/providers/${name}/stop`, {});
    second.finish();
    await second.running.control(`/_sandbox/providers/${name}/start`, {});

    assert.equal(await second.driven.status(id), second.driven.words.succeeded);
  });

  if (links.origin !== 'api') {
    test(`${name}: a download that carries its key is refused`, async (t) => {
      const { driven, finish, state } = await begun(t);
      const { id } = await driven.submit({ prompt: 'a dress' });
      finish();

      const refused = await fetch(await driven.link(id), { headers: { Authorization: `Bearer ${credentials.key}` } });

      assert.deepEqual([refused.status, (await state()).refusedCalls], [400, 1]);
    });
  }
}

test('Every provider has all the frame asks for', () => {
  for (const provider of all) {
    const { name, credentials, currency, options, routes, authorize, words, refusals, failures, links } = provider;
    assert.ok(
      /^[a-z]+$/.test(name) && credentials.key && currency && Object.hasOwn(options, 'concurrent') && Object.hasOwn(options, 'balance'),
      name,
    );
    [routes, authorize, words.noSuchPath, words.wrongMethod, words.broken].forEach((part) => assert.equal(typeof part, 'function', name));
    assert.ok([403, 404].includes(links.expired), name);
    const handled = [...Object.keys(refusals), ...Object.keys(failures)];
    const wanted = ['rate', 'balance', 'retired', 'refuse', 'badimg', 'mod-in', 'mod-out', '5xx-before', 'fail'];
    assert.deepEqual(
      wanted.filter((fault) => !handled.includes(fault)),
      [],
      name,
    );
    assert.deepEqual(
      handled.filter((fault) => !Object.hasOwn(faultNames, fault)),
      [],
      name,
    );
  }
});
