import { call, picture } from '../support.mjs';

/** A caller of the server behind its proxy; `body` given makes a POST. */
export function comfyOf({ ready }) {
  const { address, key } = ready.providers.comfyui;
  const ask = (path, body, more = {}) =>
    call(address + path, { body, ...more, headers: { Authorization: `Bearer ${key}`, ...more.headers } });
  return Object.assign(ask, {
    address,
    upload: (bytes, name, fields, headers = {}) => upload(address, bytes, name, fields, { Authorization: `Bearer ${key}`, ...headers }),
    queue: async () => (await ask('/queue')).body,
    history: async (id) => (await ask(`/history/${id}`)).body[id],
    prompt: (graph, more = {}, headers = {}) => ask('/prompt', { prompt: graph, ...more }, { headers }),
    view: ({ filename, subfolder, type }) =>
      fetch(`${address}/view?filename=${filename}&subfolder=${subfolder}&type=${type}`, { headers: { Authorization: `Bearer ${key}` } }),
  });
}

async function upload(address, bytes, name, fields = {}, headers) {
  const form = new FormData();
  Object.entries(fields).forEach(([key, value]) => form.append(key, value));
  form.append('image', new Blob([bytes], { type: 'image/png' }), name);
  const reply = await fetch(`${address}/upload/image`, { method: 'POST', body: form, headers });
  return { status: reply.status, body: reply.ok ? await reply.json() : null };
}

/** A caller whose picture `photo.png` is there already. */
export async function withPhoto(running) {
  const comfy = comfyOf(running);
  await comfy.upload(picture(), 'photo.png');
  return comfy;
}

/** The shortest graph that films a picture; `inputs` are merged into the node they name. */
export function graph(prompt = 'slow push in', inputs = {}) {
  const nodes = {
    model: node('UNETLoader', { unet_name: 'wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors', weight_dtype: 'default' }),
    clip: node('CLIPLoader', { clip_name: 'umt5_xxl_fp8_e4m3fn_scaled.safetensors', type: 'wan' }),
    vae: node('VAELoader', { vae_name: 'wan_2.1_vae.safetensors' }),
    wanted: node('CLIPTextEncode', { clip: ['clip', 0], text: prompt }),
    unwanted: node('CLIPTextEncode', { clip: ['clip', 0], text: 'cuts' }),
    photo: node('LoadImage', { image: 'photo.png' }),
    start: node('WanImageToVideo', {
      positive: ['wanted', 0],
      negative: ['unwanted', 0],
      vae: ['vae', 0],
      start_image: ['photo', 0],
      width: 480,
      height: 832,
      length: 33,
      batch_size: 1,
    }),
    steps: node('KSamplerAdvanced', {
      model: ['model', 0],
      positive: ['start', 0],
      negative: ['start', 1],
      latent_image: ['start', 2],
      add_noise: 'enable',
      noise_seed: 1,
      steps: 4,
      cfg: 1,
      sampler_name: 'euler',
      scheduler: 'simple',
      start_at_step: 0,
      end_at_step: 4,
      return_with_leftover_noise: 'disable',
    }),
    frames: node('VAEDecode', { samples: ['steps', 0], vae: ['vae', 0] }),
    video: node('CreateVideo', { images: ['frames', 0], fps: 16 }),
    save: node('SaveVideo', { video: ['video', 0], filename_prefix: 'shop/clip', format: 'mp4', codec: 'h264' }),
  };
  for (const [id, more] of Object.entries(inputs)) {
    nodes[id] = { ...nodes[id], inputs: { ...nodes[id].inputs, ...more } };
  }
  return nodes;
}

const node = (classType, inputs) => ({ class_type: classType, inputs });
