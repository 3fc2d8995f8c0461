import { order, vertexOf } from './support.mjs';

/** An operation has no word for how it is: it is `done` or not, with a video, without one, or with an error. */
function wordOf({ done, error, response, metadata }) {
  return done ? (error || !response.videos ? 'failed' : 'succeeded') : (metadata?.state ?? 'running');
}

/** Veo on Vertex as the tests for every provider drive it: whoever reads that it is done has the video. */
export function driver(running) {
  const vertex = vertexOf(running);
  let read = {};
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const path = `${vertex.model('veo-3.1-generate-001')}:predictLongRunning`;
      const { status, body } = await vertex(path, { ...order({ prompt }), ...more }, key);
      return { status, id: body?.name ?? null };
    },
    status: async (id) => wordOf((read = await vertex.operation(id))),
    words: { succeeded: 'succeeded', failed: 'failed' },
    download: async () => new Response(Buffer.from(read.response.videos[0].bytesBase64Encoded, 'base64')),
  };
}
