import { picture } from '../support.mjs';
import { comfyOf, graph } from './support.mjs';

/** ComfyUI as the tests for every provider drive it: it is `free`, its files want its key, and a field nobody knows is a node. */
export function driver(running) {
  const comfy = comfyOf(running);
  return {
    free: true,
    submit: async ({ prompt, key, more = {} }) => {
      await comfy.upload(picture(), 'photo.png');
      const unknown = Object.fromEntries(Object.keys(more).map((name) => [name, { class_type: name, inputs: {} }]));
      const headers = key ? { Authorization: `Bearer ${key}` } : {};
      const { status, body } = await comfy.prompt({ ...graph(prompt), ...unknown }, {}, headers);
      return { status, id: body?.prompt_id ?? null };
    },
    status: async (id) => {
      const { queue_running: running, queue_pending: pending } = await comfy.queue();
      const has = (items) => items.some(([, one]) => one === id);
      return has(running) ? 'running' : has(pending) ? 'pending' : (await comfy.history(id))?.status.status_str;
    },
    words: { succeeded: 'success', failed: 'error' },
    download: async (id) => comfy.view((await comfy.history(id)).outputs.save.images[0]),
  };
}
