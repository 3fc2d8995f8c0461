import { otherPlatform, unauthorized } from './errors.mjs';

export const credentials = { key: 'luma-api-sandbox', legacyKey: 'luma-sandbox-dream-machine' };

/** The keys of one platform do not open the other. */
export function authorize({ req, url }) {
  const given = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
  const dreamMachine = url.pathname.startsWith('/dream-machine/');
  if (given === (dreamMachine ? credentials.legacyKey : credentials.key)) {
    return;
  }
  throw dreamMachine && given === credentials.key ? otherPlatform() : unauthorized();
}
