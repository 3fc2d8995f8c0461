import { protocolOf } from './protocols.mjs';

export const credentials = { key: 'sandbox-minimax-key' };

/** A key that is missing is another code than one that is wrong. */
export function authorize(request) {
  const given = request.req.headers.authorization;
  const { refusal } = protocolOf(request);
  if (!/^Bearer \S+$/.test(given ?? '')) {
    throw refusal(1004);
  }
  if (given !== `Bearer ${credentials.key}`) {
    throw refusal(2049);
  }
}
