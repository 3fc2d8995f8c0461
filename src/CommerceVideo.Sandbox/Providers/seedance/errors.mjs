import { randomUUID } from 'node:crypto';
import { Refused } from '../frame/refused.mjs';

/** The rows of the error table: code, HTTP status, what its message says. */
const rows = {
  MissingParameter: [400, 'The request failed because it is missing one or more required parameters.'],
  InvalidParameter: [400, 'A parameter specified in the request is not valid.'],
  InputTextSensitiveContentDetected: [400, 'The request failed because the input text may contain sensitive information.'],
  InputImageSensitiveContentDetected: [400, 'The request failed because the input image may contain sensitive information.'],
  'InputImageSensitiveContentDetected.PrivacyInformation': [
    400,
    'The request failed because the input image may contain the likeness of a real person.',
  ],
  OutputVideoSensitiveContentDetected: [400, 'The request failed because the output video may contain sensitive information.'],
  AuthenticationError: [401, 'The API key in the request is missing or invalid.'],
  AccessDenied: [403, 'The request failed because you do not have access to the requested resource.'],
  AccountOverdueError: [403, 'The request failed because your account has an overdue balance.'],
  ModelNotOpen: [404, 'Your account has not activated the model. Please activate it in the Ark Console.'],
  'InvalidEndpointOrModel.NotFound': [404, 'The model or endpoint does not exist or you do not have access to it.'],
  NotFound: [404, 'The specified resource is not found.'],
  MethodNotAllowed: [405, 'The method is not allowed.'],
  'InvalidAction.RunningTaskDeletion': [409, 'The task is running and cannot be cancelled or deleted.'],
  RateLimitExceeded: [429, 'The request rate has exceeded the limit.'],
  'RateLimitExceeded.EndpointRPMExceeded': [429, 'The requests-per-minute limit of the model has been exceeded.'],
  InflightBatchsizeExceeded: [429, 'The number of tasks in flight has exceeded the limit.'],
  ServerOverloaded: [429, 'The service is overloaded at present.'],
  QuotaExceeded: [429, 'Your account has exceeded its quota of queued tasks.'],
  SetLimitExceeded: [429, 'Your account has reached the set inference limit for the model, and the service has been paused.'],
  InternalServiceError: [500, 'The service encountered an unexpected internal error.'],
};

export function refusal(code, message = null, param = '') {
  const [status, usual] = rows[code];
  const id = randomUUID().replaceAll('-', '');
  return new Refused(status, { error: { code, message: `${message ?? usual} Request id: ${id}`, param, type: typeOf(status) } });
}

const typeOf = (status) => ({ 401: 'Unauthorized', 403: 'Forbidden', 404: 'NotFound', 429: 'TooManyRequests' })[status] ?? 'BadRequest';

export const badParameter = (param, message) => refusal('InvalidParameter', `The parameter \`${param}\` ${message}.`, param);

const row = (usual) => (as) => refusal(Object.hasOwn(rows, as) ? as : usual);

/** What keeps a task out when it is asked to. */
export const refusals = {
  rate: row('RateLimitExceeded.EndpointRPMExceeded'),
  throttle: row('InflightBatchsizeExceeded'),
  balance: row('AccountOverdueError'),
  retired: row('InvalidEndpointOrModel.NotFound'),
  refuse: row('InvalidParameter'),
  badimg: () => badParameter('content[1].image_url', 'is not a valid image'),
  'mod-in': row('InputImageSensitiveContentDetected.PrivacyInformation'),
  '5xx-before': row('InternalServiceError'),
};

const failing = (usual) => (as) => {
  const code = Object.hasOwn(rows, as) ? as : usual;
  return { code, message: rows[code][1], billed: false };
};

/** What ends a task `failed`, wrong parameters among it (`#fail:InvalidParameter`). No token is counted. */
export const failures = {
  'mod-out': failing('OutputVideoSensitiveContentDetected'),
  fail: failing('InternalServiceError'),
};

export const words = {
  noSuchPath: () => refusal('NotFound'),
  wrongMethod: () => refusal('MethodNotAllowed'),
  broken: () => refusal('InternalServiceError'),
};
