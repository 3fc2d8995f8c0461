import { send, sendJson } from '../http/answers.mjs';
import { readBytes } from '../http/bodies.mjs';
import { runOperation } from './operation.mjs';
import { apiVersion } from './schema.mjs';

const unauthorised = { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' };

/** `POST /admin/api/{version}/graphql.json`, for the shop of the host or of the path. */
export function graphqlRoutes(world) {
  const handle = (request) => answer(request, world);
  return [
    ['POST', '/admin/api/{version}/graphql.json', handle],
    ['POST', '/shops/{shop}/admin/api/{version}/graphql.json', handle],
  ];
}

async function answer(request, world) {
  const { req, res, parts } = request;
  const headers = { 'X-Shopify-API-Version': apiVersion };
  const shop = world.shops.of(request);
  const token = world.tokens.find(shop, req.headers['x-shopify-access-token']);
  if (!token || !world.shops.isInstalled(shop)) {
    sendJson(res, 401, unauthorised, headers);
    return;
  }
  if (token.expiresAt === null && world.settings.refuseNonExpiringTokens) {
    sendJson(res, 403, { errors: '[API] Non-expiring access tokens are no longer accepted for the Admin API.' }, headers);
    return;
  }
  if (!knownVersion(parts.version)) {
    sendJson(res, 404, { errors: 'Not Found' }, headers);
    return;
  }
  if (world.faults.take('graphqlFails')) {
    sendJson(res, 500, { errors: 'Internal Server Error' }, headers);
    return;
  }
  const asked = readQuestion(req, await readBytes(req));
  if (asked.refused) {
    sendJson(res, asked.status ?? 400, asked.refused, headers);
    return;
  }
  const body = await runOperation(asked, { ...world, shop, token });
  if (asked.isMutation(body) && world.faults.take('graphqlAnswersLost')) {
    req.socket.destroy();
    return;
  }
  send(res, 200, JSON.stringify(body.reply), { 'Content-Type': 'application/json; charset=utf-8', ...headers });
}

/** Old versions fall forward to the oldest one there is; what is not out yet is not there. */
function knownVersion(version) {
  return /^20\d{2}-(01|04|07|10)$/.test(version) && version <= apiVersion;
}

function readQuestion(req, bytes) {
  const type = (req.headers['content-type'] ?? '').toLowerCase();
  const isMutation = (body) => body.kind === 'mutation';
  if (type.startsWith('application/graphql')) {
    return { query: bytes.toString('utf8'), variables: {}, isMutation };
  }
  if (!type.startsWith('application/json')) {
    return { status: 415, refused: { errors: 'Unsupported Media Type' } };
  }
  let body;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    return { refused: { errors: 'Bad Request' } };
  }
  if (typeof body?.query !== 'string' || !body.query.trim()) {
    return { refused: { errors: { query: 'Required parameter missing or invalid' } } };
  }
  const variables = body.variables ?? {};
  if (typeof variables !== 'object' || Array.isArray(variables)) {
    return { refused: { errors: { variables: 'Required parameter missing or invalid' } } };
  }
  return { query: body.query, variables, operationName: body.operationName ?? null, isMutation };
}
