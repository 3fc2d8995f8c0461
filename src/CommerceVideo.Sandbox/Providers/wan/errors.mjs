import { randomUUID } from 'node:crypto';
import { Refused } from '../frame/refused.mjs';

/** Every row of the error table: code, HTTP status, what its message says. */
const rows = {
  InvalidApiKey: [401, 'Invalid API-key provided.'],
  AccessDenied: [403, 'Access denied.'],
  'Model.AccessDenied': [403, 'Model access denied.'],
  'AccessDenied.Unpurchased': [403, 'Access to model denied. Please make sure you are eligible for using the model.'],
  InvalidParameter: [400, 'Required parameter(s) missing or invalid, please check the request parameters.'],
  'InvalidParameter.DataInspection': [400, 'The media did not pass the inspection.'],
  InvalidURL: [400, 'url error, please check url！'],
  DataInspectionFailed: [400, 'Input data may contain inappropriate content.'],
  Arrearage: [400, 'Access denied, please make sure your account is in good standing.'],
  CommodityNotPurchased: [403, 'The commodity has not been purchased.'],
  PrepaidBillOverdue: [403, 'The prepaid bill is overdue.'],
  PostpaidBillOverdue: [403, 'The postpaid bill is overdue.'],
  'AllocationQuota.FreeTierOnly': [403, 'The free tier of the model has been exhausted.'],
  Throttling: [429, 'Requests throttling triggered.'],
  'Throttling.RateQuota': [429, 'Requests rate limit exceeded, please try again later.'],
  'Throttling.BurstRate': [429, 'Request rate increased too quickly.'],
  'Throttling.AllocationQuota': [429, 'Allocated quota exceeded, please increase your quota limit.'],
  ServiceOverloaded: [429, 'The service is overloaded, please try again later.'],
  ResourceExhausted: [429, 'Resources are exhausted, please try again later.'],
  ModelNotFound: [404, 'Model not exist.'],
  NotFound: [404, 'Not found.'],
  MethodNotAllowed: [405, 'Method not allowed.'],
  UnsupportedOperation: [400, 'Failed to cancel the task, please confirm if the task is in PENDING status.'],
  InternalError: [500, 'An internal error has occured, please try again later or contact service support.'],
  'InternalError.Algo': [500, 'An internal error has occured during computation.'],
  'InternalError.DataInspection': [500, 'An internal error has occured during the inspection.'],
  'InternalError.Timeout': [500, 'An internal timeout has occured.'],
};

export function refusal(code, message = null) {
  const [status, usual] = rows[code];
  return new Refused(status, { code, message: message ?? usual, request_id: randomUUID() });
}

export const badParameter = (message) => refusal('InvalidParameter', message);

const row = (usual) => (as) => refusal(Object.hasOwn(rows, as) ? as : usual);

/** What keeps a task out when it is asked to; more tasks than may run are not refused, they stay PENDING. */
export const refusals = {
  rate: row('Throttling.RateQuota'),
  balance: row('Arrearage'),
  retired: row('ModelNotFound'),
  refuse: row('InvalidParameter'),
  badimg: () => badParameter('The image cannot be decoded.'),
  'mod-in': row('DataInspectionFailed'),
  '5xx-before': row('InternalError'),
};

const failing = (usual) => (as) => {
  const code = Object.hasOwn(rows, as) ? as : usual;
  return { code, message: rows[code][1], billed: false };
};

/** What ends a task FAILED, with the same words as a refusal (`#fail:InternalError.Timeout`). Failed tasks are not billed. */
export const failures = {
  'mod-out': failing('DataInspectionFailed'),
  fail: failing('InternalError.Algo'),
};

export const words = {
  noSuchPath: () => refusal('NotFound'),
  wrongMethod: () => refusal('MethodNotAllowed'),
  broken: () => refusal('InternalError'),
};
