import { createHmac, randomBytes } from 'node:crypto';
import { redirect } from '../http/answers.mjs';
import { issueSessionToken } from './sessionTokens.mjs';

/** Opens the app as the admin does when a merchant clicks it; a removed app is installed again by that. */
export function launchRoutes({ shops, settings, clock }) {
  return [
    [
      'GET',
      '/_sandbox/launch',
      (request) => {
        const shop = shops.of({ req: request.req, parts: { shop: request.url.searchParams.get('shop') ?? shops.names()[0] } });
        shops.install(shop);
        redirect(request.res, launchAddress({ shop, settings, now: clock.now() }));
      },
    ],
    [
      'GET',
      '/_sandbox/session-token',
      (request) => {
        const shop = shops.of({ req: request.req, parts: { shop: request.url.searchParams.get('shop') ?? shops.names()[0] } });
        const token = issueSessionToken({ shop, apiKey: settings.apiKey, secret: settings.secrets.at(-1), now: clock.now() });
        request.res
          .writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': settings.app })
          .end(token);
      },
    ],
  ];
}

export function launchAddress({ shop, settings, now }) {
  const secret = settings.secrets.at(-1);
  const host = Buffer.from(`admin.shopify.com/store/${shop.split('.')[0]}`)
    .toString('base64')
    .replace(/=+$/, '');
  const query = {
    embedded: '1',
    host,
    id_token: issueSessionToken({ shop, apiKey: settings.apiKey, secret, now }),
    locale: 'en',
    session: randomBytes(32).toString('hex'),
    shop,
    timestamp: String(Math.floor(now / 1000)),
  };
  const sorted = new URLSearchParams(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
  const hmac = createHmac('sha256', secret).update(sorted.toString()).digest('hex');
  return `${settings.app}/?${sorted}&hmac=${hmac}`;
}
