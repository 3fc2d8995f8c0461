import { createServer } from 'node:http';
import { base64, call } from '../support.mjs';

export const dataUri = (wishes) => `data:image/png;base64,${base64(wishes)}`;

/** A caller of MiniMax with its key; `body` given makes a POST. */
export function minimaxOf({ ready }) {
  const { address, key } = ready.providers.minimax;
  const ask = (path, body, more = {}) =>
    call(address + path, { body, ...more, headers: { Authorization: `Bearer ${key}`, ...more.headers } });
  return Object.assign(ask, {
    createV1: (more = {}) => ask('/v1/video_generation', v1Order(more)),
    createV2: (more = {}) => ask('/v2/video_generation', v2Order(more)),
    v1: async (id) => (await ask(`/v1/query/video_generation?task_id=${id}`)).body,
    v2: async (id) => (await ask(`/v2/query/video_generation/${id}`)).body.task,
  });
}

export const v1Order = (more = {}) => ({
  model: 'MiniMax-Hailuo-2.3',
  first_frame_image: dataUri(),
  prompt: '[Push in] a coat',
  duration: 6,
  resolution: '768P',
  prompt_optimizer: false,
  ...more,
});

export const v2Order = ({ prompt = 'slow push in', picture = dataUri(), more = [], ...others } = {}) => ({
  model: 'MiniMax-H3',
  content: [{ type: 'text', text: prompt }, { type: 'image_url', image_url: { url: picture }, role: 'first_frame' }, ...more],
  resolution: '768P',
  duration: 5,
  ratio: 'adaptive',
  ...others,
});

/** Somebody who is called back and gives a challenge back, or `otherwise`. */
export async function echoingListener(test, otherwise = (challenge) => ({ challenge })) {
  const received = [];
  const server = createServer((req, res) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      received.push(body);
      res.end(JSON.stringify(body.challenge === undefined ? {} : otherwise(body.challenge)));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${server.address().port}/hook`, received };
}
