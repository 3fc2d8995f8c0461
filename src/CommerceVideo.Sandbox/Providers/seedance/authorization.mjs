import { refusal } from './errors.mjs';

export const credentials = { key: 'sandbox-seedance-key' };

export function authorize({ req }) {
  if (req.headers.authorization !== `Bearer ${credentials.key}`) {
    throw refusal('AuthenticationError');
  }
}
