import { badRequest, unauthorized } from './errors.mjs';

export const credentials = { key: 'sandbox-runway-key' };

const version = '2024-11-06';

export function authorize({ req }) {
  if (req.headers.authorization !== `Bearer ${credentials.key}`) {
    throw unauthorized();
  }
  const given = req.headers['x-runway-version'];
  if (given !== version) {
    throw badRequest(given === undefined ? 'The X-Runway-Version header is required.' : `X-Runway-Version "${given}" is not valid.`);
  }
}
