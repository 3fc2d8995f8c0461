import { Catalog } from './catalog/catalog.mjs';
import { graphqlRoutes } from './graphql/endpoint.mjs';
import { AdminJobs } from './graphql/jobs.mjs';
import { LeakyBuckets } from './graphql/leakyBucket.mjs';
import { loadSchema } from './graphql/schema.mjs';
import { httpServer } from './http/server.mjs';
import { cdnRoutes } from './media/cdn.mjs';
import { Library } from './media/library.mjs';
import { MediaWorker } from './media/worker.mjs';
import { accessTokenRoutes } from './oauth/accessTokens.mjs';
import { launchRoutes } from './oauth/launch.mjs';
import { Tokens } from './oauth/tokens.mjs';
import { controlRoutes } from './outside/controls.mjs';
import { Faults } from './outside/faults.mjs';
import { productRoutes } from './outside/products.mjs';
import { stateRoutes } from './outside/stateView.mjs';
import { webhookBodyRoutes } from './outside/webhookBodies.mjs';
import { pageRoutes } from './pages/routes.mjs';
import { Blobs } from './state/blobs.mjs';
import { idSource } from './state/ids.mjs';
import { Records } from './state/records.mjs';
import { Shops } from './state/shops.mjs';
import { bucketRoutes } from './uploads/bucket.mjs';
import { StagedTargets } from './uploads/targets.mjs';
import { railsJson } from './webhooks/bigJson.mjs';
import { productBody } from './webhooks/productBody.mjs';
import { WebhookSender } from './webhooks/sender.mjs';

/** The whole store, put together and listening. `clock` is its only time. */
export async function startStore(settings, clock) {
  const world = build(settings, clock);
  const server = httpServer(routesOf(world));
  await listen(server, settings.port);
  const address = `http://127.0.0.1:${server.address().port}`;
  world.address = () => address;
  world.jobs.resume();
  world.worker.resume();
  world.webhooks.resume();
  // It takes as long as all else here together, and is not wanted before the app's first question.
  setImmediate(loadSchema);
  return { address, world, close: () => close(server, world) };
}

function build(settings, clock) {
  const records = new Records(settings.folder);
  const world = { settings, clock, records, newId: idSource(records), blobs: new Blobs(settings.folder) };
  world.address = () => '';
  world.shops = new Shops(world);
  world.faults = new Faults(settings);
  world.tokens = new Tokens(world);
  world.buckets = new LeakyBuckets(clock);
  world.webhooks = new WebhookSender(world);
  world.announce = (topic, product) => {
    const body = topic === 'products/delete' ? { id: BigInt(product.id) } : productBody(product, world);
    world.webhooks.announce(topic, product.shop, railsJson(body), product.id);
  };
  world.library = new Library(world);
  world.catalog = new Catalog(world);
  world.worker = new MediaWorker(world);
  world.jobs = new AdminJobs(world);
  world.targets = new StagedTargets({ ...world, address: () => world.address() });
  return world;
}

function routesOf(world) {
  return [
    ...graphqlRoutes(world),
    ...accessTokenRoutes(world),
    ...launchRoutes(world),
    ...bucketRoutes(world),
    ...cdnRoutes(world),
    ...stateRoutes(world),
    ...productRoutes(world),
    ...controlRoutes(world),
    ...webhookBodyRoutes(world),
    ...pageRoutes(world),
  ];
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function close(server, world) {
  world.webhooks.stop();
  world.clock.stop();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
  world.records.close();
}
