import { decimal, millionths } from '../frame/money.mjs';
import { answerRead } from '../frame/submission.mjs';
import { refusal } from './errors.mjs';
import { unitsOf } from './models.mjs';
import { envelope } from './tasks.mjs';

const lagging = 12 * 3600_000;
const endless = '1000000';

/** The account's packs, at the path of today and at the older one. */
export const accountRoutes = (house) =>
  ['/account/costs', '/v1/account/costs'].map((path) => ['GET', path, (request) => costs(house, request)]);

function costs(house, request) {
  const [from, to] = ['start_time', 'end_time'].map((name) => request.url.searchParams.get(name));
  if (![from, to].every((time) => /^\d{13}$/.test(time ?? '')) || Number(from) > Number(to)) {
    throw refusal(1201, 'start_time and end_time are required, in milliseconds');
  }
  const now = house.clock.now();
  if (now - (house.askedCostsAt ?? -Infinity) < 1000) {
    throw refusal(1302).asOurs;
  }
  house.askedCostsAt = now;
  answerRead(house, request, [], 200, envelope({ code: 0, msg: 'SUCCEED', resource_pack_subscribe_infos: [pack(house, now)] }));
}

/** What is left is told half a day late. */
function pack(house, now) {
  const total = house.options.balance === null ? endless : unitsOf({ amount: house.options.balance });
  const known = house.jobs.all().filter(({ bill, finishedAt }) => bill && finishedAt <= now - lagging);
  const used = known.reduce((sum, { bill }) => sum + millionths(unitsOf(bill)), 0n);
  return {
    resource_pack_name: `Video Generation - ${house.options.concurrent ?? 'any'}Con - sandbox`,
    resource_pack_id: '509f3fd3d4ab4a3f9eec5db27aa44f27',
    resource_pack_type: 'decreasing_total',
    total_quantity: Number(total),
    remaining_quantity: Number(decimal(millionths(total) - used)),
    purchase_time: 1767225600000,
    effective_time: 1767225600000,
    invalid_time: 1924992000000,
    status: 'online',
  };
}
