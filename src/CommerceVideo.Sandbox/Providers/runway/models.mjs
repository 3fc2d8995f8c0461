import { decimal, inUnits, millionths } from '../frame/money.mjs';
import { choice, list, must, number, object, text, whole, either } from '../frame/shape.mjs';

const credit = '0.01';
const prompt = text({ least: 1, most: 1000, utf16: true });
const image = text({ least: 1 });
const ratio = choice('1280:720', '720:1280', '1104:832', '960:960', '832:1104', '1584:672');

const shared = {
  model: must(text()),
  promptImage: must(either(image, list(object({ uri: must(image), position: must(choice('first')) }), { least: 1, most: 1 }))),
  ratio: must(ratio),
  seed: whole({ least: 0, most: 4294967295 }),
  contentModeration: object({ publicFigureThreshold: choice('auto', 'low') }),
};

/** The models of Runway's own: credits a second, and what a body may hold. */
export const models = {
  'gen4.5': {
    credits: 12,
    shape: object({ ...shared, promptText: must(prompt), duration: must(whole({ least: 2, most: 10 })), outputFormat: choice('mp4') }),
  },
  gen4_turbo: {
    credits: 5,
    usualSeconds: 10,
    shape: object({ ...shared, promptText: prompt, duration: number({ least: 2, most: 10 }) }),
  },
};

export const creditsFor = (model, seconds) => Math.ceil(models[model].credits * seconds);

export const priceOf = (credits) => ({ amount: decimal(BigInt(credits) * millionths(credit)), currency: 'USD' });

export const creditsOf = (bill) => (bill ? Number(inUnits(bill.amount, credit)) : 0);
