import { Refusal, sendJson } from '../http/answers.mjs';
import { readBytes } from '../http/bodies.mjs';
import { readParts } from '../http/multipart.mjs';
import { readBigJson } from '../webhooks/bigJson.mjs';
import { adoptProduct } from './adoptedProduct.mjs';

/**
 * `POST /_sandbox/webhook-bodies`: a webhook body as a file, multipart `body` and `headers` (JSON), or the body alone with
 * its X-Shopify headers on the request. The product it describes is made to exist, then the bytes are sent as they are.
 */
export function webhookBodyRoutes(world) {
  return [
    [
      'POST',
      '/_sandbox/webhook-bodies',
      async ({ req, res, url }) => {
        const { body, headers } = await readSample(req);
        const shop = headers['X-Shopify-Shop-Domain'] ?? world.shops.names()[0];
        if (!world.shops.names().includes(shop)) {
          throw new Refusal(404, { errors: `No shop ${shop} here` });
        }
        const product = await makeExist(headers['X-Shopify-Topic'], shop, body, world);
        const deliver = url.searchParams.get('deliver') !== 'false';
        const webhookId = deliver ? world.webhooks.deliver(headers, body, product?.id ?? null) : null;
        sendJson(res, 201, { id: product?.id ?? null, gid: product ? `gid://shopify/Product/${product.id}` : null, webhookId });
      },
    ],
  ];
}

async function makeExist(topic, shop, body, world) {
  let payload;
  try {
    payload = readBigJson(body.toString('utf8'));
  } catch {
    return null; // a broken body describes nothing; it is sent all the same
  }
  if (topic === 'products/delete' && typeof payload?.id === 'bigint') {
    world.records.remove('product', String(payload.id));
    return null;
  }
  if (topic === 'app/uninstalled') {
    world.tokens.revokeAll(shop);
    world.shops.uninstall(shop);
    return null;
  }
  const isProduct = /^products\//.test(topic ?? '') && typeof payload?.id === 'bigint' && typeof payload.title === 'string';
  return isProduct ? adoptProduct(payload, shop, world) : null;
}

async function readSample(req) {
  if (!/^multipart\//i.test(req.headers['content-type'] ?? '')) {
    return { body: await readBytes(req), headers: canonical(req.headers) };
  }
  const found = {};
  for await (const part of readParts(req, req.headers['content-type'])) {
    const chunks = [];
    for await (const chunk of part.body) {
      chunks.push(Buffer.from(chunk));
    }
    found[part.name] = Buffer.concat(chunks);
  }
  if (!found.body) {
    throw new Refusal(422, { errors: { body: 'is missing' } });
  }
  return { body: found.body, headers: canonical(JSON.parse(found.headers?.toString('utf8') ?? '{}')) };
}

const names = [
  'X-Shopify-Topic',
  'X-Shopify-Shop-Domain',
  'X-Shopify-API-Version',
  'X-Shopify-Webhook-Id',
  'X-Shopify-Event-Id',
  'X-Shopify-Triggered-At',
  'X-Shopify-Name',
];

function canonical(given) {
  const lower = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const kept = names.filter((name) => lower[name.toLowerCase()] !== undefined).map((name) => [name, lower[name.toLowerCase()]]);
  return { 'Content-Type': 'application/json', ...Object.fromEntries(kept) };
}
