import { statusRefusal } from './errors.mjs';

export const credentials = { key: 'sandbox-google-key' };

const revision = /^\d{4}-\d{2}-\d{2}$/;

/** The key goes into its own header; a wrong one is a 400, none at all a 403. */
export function authorize({ req }) {
  const given = req.headers['x-goog-api-key'];
  if (given === undefined) {
    throw statusRefusal(
      403,
      'PERMISSION_DENIED',
      "Method doesn't allow unregistered callers. Please use API Key or other form of API consumer identity.",
    );
  }
  if (given !== credentials.key) {
    throw statusRefusal(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID');
  }
  const asked = req.headers['api-revision'];
  if (asked !== undefined && !revision.test(asked)) {
    throw statusRefusal(400, 'INVALID_ARGUMENT', `Invalid Api-Revision "${asked}".`);
  }
}
