import { readMembers } from '../http/bodies.mjs';
import { sendJson } from '../http/answers.mjs';
import { sessionTokenProblem, userId } from './sessionTokens.mjs';
import { accessLife, refreshLife } from './tokens.mjs';

const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const idToken = 'urn:ietf:params:oauth:token-type:id_token';
const offline = 'urn:shopify:params:oauth:token-type:offline-access-token';
const online = 'urn:shopify:params:oauth:token-type:online-access-token';
const dayLife = 86399;

const refused = (error, description, status = 400) => ({ status, body: { error, error_description: description } });
const granted = (body) => ({ status: 200, body });

/** `POST /admin/oauth/access_token` */
export function accessTokenRoutes({ shops, tokens, settings, clock }) {
  const handle = async (request) => {
    const shop = shops.of(request);
    const asked = await readMembers(request.req);
    const { status, body } = decide(asked, { shop, shops, tokens, settings, clock });
    sendJson(request.res, status, body, { 'Cache-Control': 'no-store' });
  };
  return [
    ['POST', '/admin/oauth/access_token', handle],
    ['POST', '/shops/{shop}/admin/oauth/access_token', handle],
  ];
}

function decide(asked, world) {
  const { settings, shops, shop } = world;
  if (asked.client_id !== settings.apiKey || !settings.secrets.includes(asked.client_secret)) {
    return refused('invalid_client', 'The client credentials are not valid', 401);
  }
  if (!shops.isInstalled(shop)) {
    return refused('invalid_client', 'The app is not installed on this shop', 401);
  }
  switch (asked.grant_type) {
    case exchangeGrant:
      return exchange(asked, world);
    case 'refresh_token':
      return refresh(asked, world);
    case 'client_credentials':
      return clientCredentials(asked, world);
    default:
      return refused('unsupported_grant_type', 'The grant type is not supported');
  }
}

function exchange(asked, world) {
  const { shop, settings, tokens, clock } = world;
  const requested = asked.requested_token_type ?? offline;
  if (![offline, online].includes(requested)) {
    return refused('invalid_request', 'requested_token_type is not valid');
  }
  const expiring = String(asked.expiring ?? '0') === '1';
  if (asked.subject_token_type === offline) {
    return migrate(asked, requested, expiring, world);
  }
  if (asked.subject_token_type !== idToken) {
    return refused('invalid_request', 'subject_token_type is not valid');
  }
  const problem = sessionTokenProblem(asked.subject_token, { shop, apiKey: settings.apiKey, secrets: settings.secrets, now: clock.now() });
  if (problem) {
    return refused('invalid_subject_token', `The subject token is not valid: ${problem}`);
  }
  if (requested === online) {
    const token = tokens.issue(shop, asked.client_secret, settings.scopes, dayLife, 'online');
    return granted({
      access_token: token.text,
      scope: token.scopes.join(','),
      expires_in: dayLife,
      associated_user_scope: token.scopes.join(','),
      associated_user: owner,
    });
  }
  if (expiring) {
    return granted(pairBody(tokens.startChain(shop, asked.client_secret, settings.scopes)));
  }
  const token = tokens.issue(shop, asked.client_secret, settings.scopes, null, 'offline');
  return granted({ access_token: token.text, scope: token.scopes.join(',') });
}

/** An old non-expiring token for an expiring pair: irreversible. */
function migrate(asked, requested, expiring, { shop, settings, tokens }) {
  const old = tokens.find(shop, asked.subject_token);
  if (!old || old.expiresAt !== null) {
    return refused('invalid_subject_token', 'The subject token is not a non-expiring offline token');
  }
  if (requested !== offline || !expiring) {
    return refused('invalid_request', 'Ask for an expiring offline token');
  }
  tokens.revokeAll(shop);
  return granted(pairBody(tokens.startChain(shop, asked.client_secret, settings.scopes)));
}

function refresh(asked, { shop, settings, tokens }) {
  const pair = tokens.refresh(shop, asked.refresh_token, asked.client_secret, settings.scopes);
  return pair ? granted(pairBody(pair)) : refused('invalid_grant', 'The refresh token is invalid, expired or revoked');
}

function clientCredentials(asked, { shop, settings, tokens }) {
  const token = tokens.issue(shop, asked.client_secret, settings.scopes, dayLife, 'client_credentials');
  return granted({ access_token: token.text, scope: token.scopes.join(','), expires_in: dayLife });
}

function pairBody({ access, refresh }) {
  return {
    access_token: access.text,
    scope: access.scopes.join(','),
    expires_in: accessLife,
    refresh_token: refresh.text,
    refresh_token_expires_in: refreshLife,
  };
}

const owner = {
  id: Number(userId),
  first_name: 'Dev',
  last_name: 'Atelier',
  email: 'owner@example.com',
  email_verified: true,
  account_owner: true,
  locale: 'en',
  collaborator: false,
};
