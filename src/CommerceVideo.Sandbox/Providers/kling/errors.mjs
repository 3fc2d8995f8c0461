import { randomUUID } from 'node:crypto';
import { Refused } from '../frame/refused.mjs';

/** Every row of the vendor's error table: service code, HTTP status, what its message says. */
const rows = {
  1000: [401, 'Authentication failed'],
  1001: [401, 'Authorization is empty'],
  1002: [401, 'Authorization is invalid'],
  1003: [401, 'Authorization is not yet valid'],
  1004: [401, 'Authorization has expired'],
  1100: [429, 'Abnormal account status'],
  1101: [429, 'Account in arrears'],
  1102: [429, 'Resource pack exhausted or expired'],
  1103: [403, 'Unauthorized access to requested resource'],
  1200: [400, 'Invalid request parameters'],
  1201: [400, 'Invalid parameters'],
  1202: [404, 'The requested method is invalid'],
  1203: [404, 'The requested resource does not exist'],
  1300: [400, 'Request blocked by platform policy'],
  1301: [400, "Trigger the platform's content security policy"],
  1302: [429, 'Too many requests; rate limit exceeded'],
  1303: [429, 'parallel task over resource pack limit'],
  1304: [429, "Trigger the platform's IP whitelist policy"],
  5000: [500, 'Server internal error'],
  5001: [503, 'Server temporarily unavailable'],
  5002: [504, 'Server internal timeout'],
};

export function refusal(code, message = null) {
  const [status, usual] = rows[code];
  return new Refused(status, { code: Number(code), message: message ?? usual, request_id: randomUUID() });
}

const row = (usual) => (as) => refusal(Object.hasOwn(rows, as) ? as : usual);

/** What keeps a task out when it is asked to; `#refuse:1103` reaches every row. */
export const refusals = {
  rate: row(1302),
  throttle: row(1303),
  balance: row(1102),
  retired: () => refusal(1203, 'model is not supported'),
  refuse: row(1201),
  badimg: () => refusal(1201, 'Image pixel is invalid'),
  'mod-in': row(1301),
  '5xx-before': row(5000),
};

/** What ends a task `failed`: there is a text and no code. Nothing is deducted. */
export const failures = {
  'mod-out': () => ({ message: 'Failure to pass the risk control system', billed: false }),
  fail: () => ({ message: 'Service internal error, generation failed', billed: false }),
};

export const words = {
  noSuchPath: () => refusal(1203),
  wrongMethod: () => refusal(1202),
  broken: () => refusal(5000),
};
