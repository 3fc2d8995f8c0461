import { Blobs } from '../Store/state/blobs.mjs';
import { Records } from '../Store/state/records.mjs';
import { Clips } from './clips/clips.mjs';
import { controlRoutes, controlWords } from './control/controls.mjs';
import { fileRoutes } from './frame/links.mjs';
import { House } from './frame/house.mjs';
import { Listener } from './frame/listener.mjs';
import { apiServer } from './frame/server.mjs';
import { providers } from './list.mjs';
import { Pictures } from './pictures/pictures.mjs';

/** Every stand-in, put together and listening. `clock` is their only time. */
export async function startProviders(settings, clock) {
  const world = build(settings, clock);
  const listeners = [world.files, world.control, ...world.houses.map(({ listener }) => listener)];
  for (const listener of listeners) {
    await listener.open();
  }
  world.houses.forEach((house) => house.resume());
  return { ready: readyLine(world), world, close: () => close(world, listeners) };
}

function build(settings, clock) {
  const records = new Records(settings.folder);
  clock.advance(records.get('clock', 'advanced') ?? 0);
  const world = { settings, clock, records, secret: `links of ${settings.seed}` };
  world.pictures = new Pictures(new Blobs(settings.folder));
  world.clips = new Clips({ folder: settings.folder, pictures: world.pictures, scale: settings.clipScale });
  const shared = { ...world, files: () => world.files.address };
  world.houses = providers.filter(({ name }) => settings.only.includes(name)).map((provider) => new House(provider, shared));
  world.files = listener(settings.ports.files, fileRoutes(world));
  world.control = listener(settings.ports.control, controlRoutes(world));
  return world;
}

const listener = (port, routes) => new Listener(() => apiServer(routes, { words: controlWords }), port);

function readyLine({ control, files, houses }) {
  const told = houses.map(({ name, listener: { address }, provider: { credentials, settings = () => ({}) } }) => [
    name,
    { address, ...credentials, settings: settings(address) },
  ]);
  return { ready: true, control: control.address, files: files.address, providers: Object.fromEntries(told) };
}

async function close(world, listeners) {
  world.houses.forEach(({ callbacks }) => callbacks.stop());
  world.clock.stop();
  await Promise.all(listeners.map((listener) => listener.close()));
  world.records.close();
}
