import { randomUUID } from 'node:crypto';
import { sizeOf } from '../clips/film.mjs';
import { submit } from '../frame/submission.mjs';
import { refusal } from './errors.mjs';
import { extraSeconds, looks, pixels } from './looks.mjs';
import { priceOf } from './models.mjs';

const firstId = 893605946402811985n;
const keptDays = 30;
const mebibytes = 1024 * 1024;

const pictureRules = {
  url: true,
  base64: true,
  types: ['image/jpeg', 'image/png'],
  least: 300,
  ratio: [1 / 2.5, 2.5],
};

/**
 * A task of any standard. `order` is `{standard, model, prompt, seconds, resolution, sound, cuts, pictures, external,
 * callback, ratio}` (`ratio` where no frame sets it); `reply` makes the answer from the job.
 */
export function createTask(house, request, order, reply) {
  const { model, prompt, seconds, resolution, sound, cuts, external, callback } = order;
  return submit(house, request, {
    prompt,
    generation: external,
    pictures: order.pictures.map((source) => ({
      source,
      rules: { ...pictureRules, mostBytes: (order.standard === 'new' ? 50 : 10) * mebibytes },
      refuse: ({ message }) => refusal(1201, `image ${message}`),
    })),
    admit: () => admit(house, order),
    draft: ([first]) => ({
      id: String(firstId + BigInt(house.jobs.count) * 4096n),
      model,
      pool: model,
      seconds,
      resolution,
      price: priceOf(model, resolution, seconds, sound),
      picture: first.sha256,
      clip: { look: looks[model], seconds: seconds + extraSeconds, ...sizeOf(pixels[resolution], order.ratio ?? first), sound, cuts },
      more: { standard: order.standard, callback, watermark: order.watermark },
    }),
    reply: (job) => ({ status: 200, body: envelope(reply(job)) }),
  });
}

/** What only counts once everything else was right: the id is new, the pack has a free place and enough units. */
function admit(house, { model, external, resolution, seconds, sound }) {
  const twin = house.jobs.byGeneration(external);
  if (twin) {
    house.jobs.note(twin.id, { submits: twin.submits + 1 });
    throw refusal(1201, `external_task_id already exists: ${external}`).asOurs;
  }
  if (!house.jobs.slots.hasRoom(model)) {
    throw refusal(1303).asOurs;
  }
  if (!house.canPay(priceOf(model, resolution, seconds, sound).amount)) {
    throw refusal(1102).asOurs;
  }
}

export const envelope = (data) => ({ code: 0, message: 'SUCCEED', request_id: randomUUID(), data });

/** A task is found a little later than it was made, and no longer than its content is kept. */
export const isVisible = (job, { clock, options }) => clock.now() >= job.createdAt + options.hiddenSeconds * 1000;

export const goneAt = (job) => job.createdAt + keptDays * 86_400_000;

export function videoOf(job, house) {
  const url = house.link(job, goneAt(job));
  return {
    id: `${job.id}0`,
    url,
    ...(job.more.watermark ? { watermark_url: `${url}&watermark=1` } : {}),
    duration: (job.seconds + extraSeconds).toFixed(1),
  };
}

export const updatedAt = (job) => Math.floor(job.history.at(-1)?.[1] ?? job.createdAt);
