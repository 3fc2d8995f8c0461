import { millionths } from '../frame/money.mjs';
import { object, text } from '../frame/shape.mjs';
import { answerRead } from '../frame/submission.mjs';
import { badRequest } from './errors.mjs';
import { checked } from './generation.mjs';
import { creditsOf, models } from './models.mjs';

const day = 86_400_000;
const endless = 1_000_000;
const date = text({ pattern: /^\d{4}-\d{2}-\d{2}$/ });
const usageShape = object({ startDate: date, beforeDate: date });

const billed = (house) => house.jobs.all().filter(({ bill }) => bill);

/** `GET /v1/organization`. */
export function organization(house, request) {
  const { balance, concurrent, daily } = house.options;
  const spent = billed(house).reduce((sum, { bill }) => sum + creditsOf(bill), 0);
  const since = house.clock.now() - day;
  const each = (make) => ({ models: Object.fromEntries(Object.keys(models).map((model) => [model, make(model)])) });
  answerRead(house, request, [], 200, {
    creditBalance: (balance === null ? endless : Number(millionths(balance) / millionths('0.01'))) - spent,
    tier: { maxMonthlyCreditSpend: 50_000, ...each(() => ({ maxConcurrentGenerations: concurrent, maxDailyGenerations: daily })) },
    usage: each((model) => ({ dailyGenerations: house.jobs.all().filter((job) => job.model === model && job.createdAt > since).length })),
  });
}

/** `POST /v1/organization/usage`: credits by day and model, `beforeDate` left out itself. */
export async function usage(house, request) {
  const { startDate, beforeDate } = await checked(request, () => usageShape);
  const before = beforeDate ? Date.parse(beforeDate) : Math.floor(house.clock.now() / day) * day + day;
  const start = startDate ? Date.parse(startDate) : before - 30 * day;
  if (!(start < before) || before - start > 90 * day) {
    throw badRequest('Validation of body failed', [
      { path: ['startDate'], message: 'must be before beforeDate and at most 90 days earlier' },
    ]);
  }
  const jobs = billed(house).filter(({ finishedAt }) => finishedAt >= start && finishedAt < before);
  const days = Array.from({ length: Math.ceil((before - start) / day) }, (_, at) => dayOf(start + at * day));
  const results = days.map((one) => ({ date: one, usedCredits: usedOn(jobs.filter(({ finishedAt }) => dayOf(finishedAt) === one)) }));
  answerRead(house, request, [], 200, { models: [...new Set(jobs.map(({ model }) => model))], results });
}

const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

function usedOn(jobs) {
  const amounts = new Map();
  jobs.forEach(({ model, bill }) => amounts.set(model, (amounts.get(model) ?? 0) + creditsOf(bill)));
  return [...amounts].map(([model, amount]) => ({ model, amount }));
}
