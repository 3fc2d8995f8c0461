import { gone, unauthorized } from './errors.mjs';

export const credentials = {
  key: 'sandbox-sora-key',
  webhookSecret: 'whsec_c2FuZGJveC1zb3JhLXNlY3JldC1vZi0zMi1ieXRlcyE=',
};

/** From the day that `retired` names, by this clock, nothing is left to be authorized for: each call is one too many. */
export function authorize({ req, url }, { options, clock }) {
  if (options.retired !== null && clock.now() >= Date.parse(`${options.retired}T00:00:00Z`)) {
    throw gone(req.method, url.pathname);
  }
  if (req.headers.authorization !== `Bearer ${credentials.key}`) {
    throw unauthorized();
  }
}
