import { standardWebhookHeaders } from '../callbacks/standardWebhooks.mjs';
import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, words } from './errors.mjs';
import { create } from './generation.mjs';
import { content, list, remove, video } from './videos.mjs';

/** OpenAI's videos API as it was (openai-openapi 2026-08-21, npm openai 6.49.0), and its end on 2026-09-24. */
export const sora = {
  name: 'sora',
  credentials,
  currency: 'USD',
  /** Videos of a model at a time; the day it ended, null for never; where the project's webhook goes; dollars left, null for endless. */
  options: { concurrent: 5, retired: '2026-09-24', webhook: null, balance: null },
  authorize,
  routes: (house) => [
    ['POST', '/v1/videos', (request) => create(house, request)],
    ['GET', '/v1/videos', (request) => list(house, request)],
    ['GET', '/v1/videos/{id}', (request) => video(house, request)],
    ['DELETE', '/v1/videos/{id}', (request) => remove(house, request)],
    ['GET', '/v1/videos/{id}/content', (request) => content(house, request)],
  ],
  words,
  refusals,
  failures,
  links: { expired: 404, origin: 'api' },
  callbacks: {
    secrets: [credentials.webhookSecret],
    states: ['succeeded', 'failed'],
    address: (job) => job.more.webhook,
    body: (job) => ({
      id: `evt_${job.id.slice(-24)}`,
      object: 'event',
      created_at: Math.floor(job.finishedAt / 1000),
      type: job.state === 'succeeded' ? 'video.completed' : 'video.failed',
      data: { id: job.id },
    }),
    headers: standardWebhookHeaders,
  },
};
