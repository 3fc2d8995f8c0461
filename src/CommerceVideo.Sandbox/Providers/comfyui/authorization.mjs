import { unauthorized } from './errors.mjs';

export const credentials = { key: 'sandbox-comfyui-key' };

export function authorize({ req }, { options }) {
  if (options.guarded && req.headers.authorization !== `Bearer ${credentials.key}`) {
    throw unauthorized();
  }
}
