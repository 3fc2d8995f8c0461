// The least of a store that the launcher and the headless run talk to.
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';

const app = process.env.STORE_APP;
const products = [];
const note = (line) => process.env.FAKE_NOTES && appendFileSync(process.env.FAKE_NOTES, `${line}\n`);

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const body = Buffer.concat(chunks).toString('latin1');
    const json = (value) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (url.pathname === '/_sandbox/launch') {
      response.writeHead(302, { location: `${app}/?shop=${url.searchParams.get('shop')}&id_token=t` }).end();
    } else if (url.pathname === '/_sandbox/products') {
      const title = /name="?title"?\r\n(?:.*\r\n)*?\r\n(.*)\r\n/.exec(body)?.[1] ?? '';
      const id = 9007199254740993n + BigInt(products.length);
      products.push({ id: `${id}`, gid: `gid://shopify/Product/${id}`, title, media: [] });
      note(`product ${title}`);
      json({ id: `${id}`, gid: `gid://shopify/Product/${id}` });
    } else if (url.pathname === '/_fake/publish') {
      const { product, sha256 } = JSON.parse(body);
      const media = { id: `gid://shopify/Video/${products.length}${sha256.slice(0, 6)}`, kind: 'VIDEO', status: 'READY', sha256 };
      products.find((one) => one.id === product).media.push(media);
      json({ id: media.id });
    } else if (url.pathname === '/_sandbox/state') {
      const providers = [{ provider: 'kling', bill: { amount: '0.42', currency: 'USD' }, jobs: [] }];
      json({ shops: [{ domain: process.env.STORE_SHOPS, products }], providers });
    } else {
      response.writeHead(404).end();
    }
  });
});
process.on('SIGTERM', () => {
  note('store stopped');
  process.exit(0);
});
server.listen(Number(process.env.STORE_PORT), '127.0.0.1', () => {
  console.log('the store is coming up');
  console.log(JSON.stringify({ ready: true, address: `http://127.0.0.1:${server.address().port}` }));
});
