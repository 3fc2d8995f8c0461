import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scopes = 'write_products,read_products,write_files,read_files';

/** Everything a run of the store can be told, read from the environment. */
export function readSettings(env) {
  return {
    port: number(env.STORE_PORT, 0),
    folder: env.STORE_DATA ?? join(tmpdir(), `commercevideo-store-${process.pid}`),
    photos: list(env.STORE_PHOTOS),
    app: (env.STORE_APP ?? 'http://127.0.0.1:4200').replace(/\/+$/, ''),
    providers: env.STORE_PROVIDERS ? env.STORE_PROVIDERS.replace(/\/+$/, '') : null,
    apiKey: env.STORE_API_KEY ?? 'sandbox-api-key',
    secrets: list(env.STORE_API_SECRETS ?? 'sandbox-api-secret'),
    shops: list(env.STORE_SHOPS ?? 'dev-atelier.myshopify.com'),
    scopes: list(env.STORE_SCOPES ?? scopes),
    plan: env.STORE_PLAN ?? 'basic',
    topics: list(env.STORE_TOPICS ?? 'products/create,products/update,products/delete'),
    startsAt: env.STORE_NOW ? instant(env.STORE_NOW) : null,
    refuseNonExpiringTokens: env.STORE_REFUSE_NON_EXPIRING === 'true',
    mediaSeconds: number(env.STORE_MEDIA_SECONDS, 1.5),
    jobSeconds: number(env.STORE_JOB_SECONDS, 0.2),
    retryFactor: number(env.STORE_RETRY_FACTOR, 0.01),
    seed: number(env.STORE_SEED, 1),
    duplicateRate: number(env.STORE_DUPLICATE_RATE, 0),
    lossRate: number(env.STORE_LOSS_RATE, 0),
    reorderRate: number(env.STORE_REORDER_RATE, 0),
  };
}

function list(text) {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
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
    throw new Error(`STORE_NOW "${text}" is not an instant`);
  }
  return value;
}
