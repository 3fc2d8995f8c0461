import { randomUUID } from 'node:crypto';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { Refused } from '../frame/refused.mjs';
import { check, dotted } from '../frame/shape.mjs';
import { codes, refusalsIn } from './codes.mjs';

/** v1 says no with HTTP 200; only what breaks on the way has another status. */
const v1Refusal = (code, message = null, status = 200) =>
  new Refused(status, { task_id: '', base_resp: { status_code: Number(code), status_msg: message ?? codes[code][0] } });

const v2Refusal = (code, message = null) => {
  const [usual, status, type] = codes[code];
  const error = { type, message: `${message ?? usual} (${code})`, http_code: String(status) };
  return new Refused(status, { type: 'error', error, request_id: randomUUID().replaceAll('-', '') });
};

const protocols = {
  v1: { refusal: v1Refusal, refusals: refusalsIn(v1Refusal) },
  v2: { refusal: v2Refusal, refusals: refusalsIn(v2Refusal) },
};

/** By name the same on both; in the words of v2 where no call says which it is. */
export const { refusals } = protocols.v2;

export const protocolOf = ({ url }) => protocols[url.pathname.startsWith('/v1/') ? 'v1' : 'v2'];

/** The house as it answers on one protocol: the same jobs and books, its refusals in that protocol's words. */
export const speaking = (house, name) =>
  Object.create(house, { provider: { value: { ...house.provider, refusals: protocols[name].refusals } } });

export async function checked(request, shapeFor) {
  const { refusal } = protocolOf(request);
  let body;
  try {
    body = await readJson(request.req, 64 * 1024 * 1024);
  } catch (problem) {
    throw problem instanceof BodyProblem ? refusal(2013, `invalid params, ${problem.message}`) : problem;
  }
  const [issue] = check(shapeFor(body), body);
  if (issue) {
    throw refusal(2013, `invalid params, ${dotted(issue.path)} ${issue.message}`);
  }
  return body;
}

const noSuchPath = (request) => {
  const { status, body } = protocolOf(request).refusal(2013, 'path not found');
  return new Refused(status === 200 ? 404 : status, body);
};

export const words = { noSuchPath, wrongMethod: noSuchPath, broken: () => v2Refusal(1000) };
