import { plain } from './errors.mjs';
import { jwksPath } from './webhooks.mjs';

export const credentials = { key: 'sandbox-fal-key-id:sandbox-fal-key-secret' };

/** `Key`, not `Bearer`; only the public keys of the webhooks are everybody's. */
export function authorize({ req, url }) {
  if (url.pathname !== jwksPath && req.headers.authorization !== `Key ${credentials.key}`) {
    throw plain(401, 'Authentication is required to access this application.');
  }
}
