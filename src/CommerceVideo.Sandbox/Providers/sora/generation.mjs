import { randomBytes } from 'node:crypto';
import { submit } from '../frame/submission.mjs';
import { badRequest, noCredits } from './errors.mjs';
import { lookOf } from './looks.mjs';
import { priceOf } from './models.mjs';
import { readOrder } from './order.mjs';
import { view } from './videos.mjs';

/** `POST /v1/videos`. */
export async function create(house, request) {
  const { prompt, model, seconds, size, picture } = await readOrder(request);
  const [width, height] = size.split('x').map(Number);
  const price = priceOf(model, size, Number(seconds));
  return submit(house, request, {
    prompt,
    pictures: [
      {
        source: picture,
        rules: { url: true, dataUri: true, types: ['image/jpeg', 'image/png', 'image/webp'], exact: { width, height } },
        refuse: ({ message }) => badRequest(`The input reference ${message}.`, 'input_reference'),
      },
    ],
    admit: () => {
      if (!house.canPay(price.amount)) {
        throw noCredits().asOurs;
      }
    },
    draft: ([kept]) => ({
      id: `video_${randomBytes(24).toString('hex')}`,
      model,
      pool: model,
      seconds: Number(seconds),
      resolution: size,
      price,
      picture: kept.sha256,
      clip: { look: lookOf(model), seconds: Number(seconds), width, height, sound: true, cuts: false },
      more: { webhook: house.options.webhook },
    }),
    reply: (job) => ({ status: 200, body: view(job, house) }),
  });
}
