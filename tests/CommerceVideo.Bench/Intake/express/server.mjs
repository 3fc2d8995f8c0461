// The peer of the intake figures: Shopify's own Express library with its real webhook validation, one PostgreSQL insert a
// delivery, answered after the commit. Arguments: database address, port (0 = any). Prints the address when it listens.
import { ApiVersion, DeliveryMethod, LogSeverity } from '@shopify/shopify-api';
import { shopifyApp } from '@shopify/shopify-app-express';
import express from 'express';
import pg from 'pg';

const [database, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: database, max: 16 });

const insert = {
  name: 'keep',
  text: `insert into delivery (shop_domain, webhook_id, topic, api_version, received_at, body)
         values ($1, $2, $3, $4, now(), $5)
         on conflict (shop_domain, webhook_id) do update set duplicates = delivery.duplicates + 1`,
};

const keep = async (topic, shop, body, webhookId, apiVersion) => {
  await pool.query({ ...insert, values: [shop, webhookId, topic, apiVersion, Buffer.from(body)] });
};

const shopify = shopifyApp({
  api: {
    apiKey: 'key',
    apiSecretKey: process.env.INTAKE_SECRET,
    apiVersion: ApiVersion.October26,
    scopes: ['write_products'],
    hostName: 'localhost',
    logger: { level: LogSeverity.Error },
  },
  auth: { path: '/auth', callbackPath: '/auth/callback' },
  webhooks: { path: '/webhooks' },
});

const app = express();
const webhookHandlers = {
  PRODUCTS_UPDATE: { deliveryMethod: DeliveryMethod.Http, callbackUrl: '/webhooks', callback: keep },
};
app.post('/webhooks', ...shopify.processWebhooks({ webhookHandlers }));

const server = app.listen(Number(port), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
