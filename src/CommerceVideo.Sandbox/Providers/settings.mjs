import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providers } from './list.mjs';

const known = providers.map(({ name }) => name);

/** Everything a run of the stand-ins can be told, read from the environment. */
export function readSettings(env) {
  return {
    folder: env.PROVIDERS_DATA ?? join(tmpdir(), `commercevideo-providers-${process.pid}`),
    startsAt: env.PROVIDERS_NOW ? instant(env.PROVIDERS_NOW) : null,
    only: env.PROVIDERS_ONLY ? list(env.PROVIDERS_ONLY, known, 'PROVIDERS_ONLY') : known,
    ports: ports(env.PROVIDERS_PORTS),
    seed: number(env.PROVIDERS_SEED, 1),
    renderSeconds: number(env.PROVIDERS_SECONDS, 1.5),
    holdSeconds: number(env.PROVIDERS_HOLD_SECONDS, 5),
    clipScale: number(env.PROVIDERS_CLIP_SCALE, 1) || 1,
    concurrent: env.PROVIDERS_CONCURRENT ? number(env.PROVIDERS_CONCURRENT) : null,
  };
}

function list(text, allowed, setting) {
  const names = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const unknown = names.filter((name) => !allowed.includes(name));
  if (unknown.length) {
    throw new Error(`${setting} knows ${allowed.join(', ')}, not "${unknown[0]}"`);
  }
  return names;
}

/** `{"control":4220,"files":4221,"kling":4222}`; any other port is free choice. */
function ports(text) {
  if (!text) {
    return {};
  }
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error('PROVIDERS_PORTS is not JSON');
  }
  for (const [name, port] of Object.entries(given ?? {})) {
    if (![...known, 'control', 'files'].includes(name) || !Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`PROVIDERS_PORTS cannot take "${name}": ${JSON.stringify(port)}`);
    }
  }
  return given ?? {};
}

function number(text, otherwise) {
  if (text === undefined || text === '') {
    return otherwise;
  }
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) {
    throw new Error(`"${text}" is not a number this setting can take`);
  }
  return value;
}

function instant(text) {
  const value = Date.parse(text);
  if (Number.isNaN(value)) {
    throw new Error(`PROVIDERS_NOW "${text}" is not an instant`);
  }
  return value;
}
