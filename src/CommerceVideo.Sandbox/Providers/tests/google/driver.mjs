import { googleOf, order } from './support.mjs';

const content = ({ steps }) => steps.flatMap((step) => step.content);

/** Omni as the tests for every provider drive it: `completed` without a video is a refusal, and its files want its key. */
export function driver(running) {
  const google = googleOf(running);
  const video = (interaction) => content(interaction).find(({ type }) => type === 'video');
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const headers = key ? { 'x-goog-api-key': key } : {};
      const { status, body } = await google('/v1beta/interactions', order({ prompt, ...more }), { headers });
      return { status, id: body?.id ?? null };
    },
    status: async (id) => {
      const interaction = await google.interaction(id);
      return interaction.status === 'completed' && !video(interaction) ? 'failed' : interaction.status;
    },
    words: { succeeded: 'completed', failed: 'failed' },
    download: async (id) => google.download(video(await google.interaction(id)).uri),
  };
}
