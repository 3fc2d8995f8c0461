import { times } from '../frame/money.mjs';

const small = { '720x1280': '0.10', '1280x720': '0.10' };
const large = { '720x1280': '0.30', '1280x720': '0.30', '1024x1792': '0.50', '1792x1024': '0.50' };

/** Dollars a second by size; each model also goes by its dated names. */
export const models = {
  'sora-2': { rates: small },
  'sora-2-2025-10-06': { rates: small },
  'sora-2-2025-12-08': { rates: small },
  'sora-2-pro': { rates: large },
  'sora-2-pro-2025-10-06': { rates: large },
};

export const usual = { model: 'sora-2', size: '720x1280', seconds: '4' };

export const lengths = ['4', '8', '12'];

export const priceOf = (model, size, seconds) => ({ amount: times(models[model].rates[size], seconds), currency: 'USD' });
