import { Refusal, send, sendJson } from '../http/answers.mjs';
import { readJson } from '../http/bodies.mjs';
import { railsJson } from '../webhooks/bigJson.mjs';
import { faultNames } from './faults.mjs';

/** Switches of the sandbox itself: what goes wrong, and the app being removed. */
export function controlRoutes(world) {
  return [
    ['GET', '/_sandbox/faults', ({ res }) => sendJson(res, 200, { set: world.faults.current(), known: faultNames })],
    [
      'POST',
      '/_sandbox/faults',
      async ({ req, res }) => {
        const unknown = world.faults.set(await readJson(req));
        if (unknown.length) {
          throw new Refusal(422, { errors: `unknown: ${unknown.join(', ')}`, known: faultNames });
        }
        sendJson(res, 200, { set: world.faults.current() });
      },
    ],
    [
      'POST',
      '/_sandbox/uninstall',
      async ({ req, res }) => {
        const { shop = world.shops.names()[0] } = await readJson(req);
        uninstall(world, shop);
        send(res, 204, '');
      },
    ],
  ];
}

function uninstall(world, shop) {
  const body = {
    id: BigInt(world.shops.number(shop)),
    name: shop.split('.')[0],
    email: 'owner@example.com',
    domain: null,
    province: 'Ontario',
    country: 'CA',
    myshopify_domain: shop,
    plan_name: world.settings.plan,
    currency: 'USD',
    iana_timezone: 'America/Toronto',
  };
  world.tokens.revokeAll(shop);
  world.webhooks.announce('app/uninstalled', shop, railsJson(body));
  world.shops.uninstall(shop);
}
