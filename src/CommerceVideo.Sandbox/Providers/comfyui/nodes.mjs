/** The model files that lie on this server. */
export const installed = {
  diffusion: ['wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors', 'wan2.2_i2v_low_noise_14B_fp8_scaled.safetensors'],
  text: ['umt5_xxl_fp8_e4m3fn_scaled.safetensors'],
  vae: ['wan_2.1_vae.safetensors'],
};

const link = (type, optional = false) => ({ link: type, optional });
const int = (min, max) => ({ kind: 'INT', min, max });
const float = (min, max) => ({ kind: 'FLOAT', min, max });
const string = () => ({ kind: 'STRING' });
const combo = (options, optional = false) => ({ kind: 'COMBO', options, optional });

const most = 16384;
const mostSeed = Number.MAX_SAFE_INTEGER;
const onOff = combo(['enable', 'disable']);
const samplers = combo(['euler', 'euler_ancestral', 'dpmpp_2m', 'uni_pc']);
const schedulers = combo(['simple', 'normal', 'beta', 'sgm_uniform']);

/** Nodes by class: what each takes, what its slots give, and whether it is an output. */
export const nodeClasses = {
  UNETLoader: {
    inputs: { unet_name: combo(installed.diffusion), weight_dtype: combo(['default', 'fp8_e4m3fn', 'fp8_e4m3fn_fast', 'fp8_e5m2']) },
    gives: ['MODEL'],
  },
  CLIPLoader: {
    inputs: { clip_name: combo(installed.text), type: combo(['stable_diffusion', 'sd3', 'wan']), device: combo(['default', 'cpu'], true) },
    gives: ['CLIP'],
  },
  VAELoader: { inputs: { vae_name: combo(installed.vae) }, gives: ['VAE'] },
  CLIPTextEncode: { inputs: { text: string(), clip: link('CLIP') }, gives: ['CONDITIONING'] },
  LoadImage: { inputs: { image: { kind: 'UPLOAD' } }, gives: ['IMAGE', 'MASK'] },
  ModelSamplingSD3: { inputs: { model: link('MODEL'), shift: float(0, 100) }, gives: ['MODEL'] },
  WanImageToVideo: {
    inputs: {
      positive: link('CONDITIONING'),
      negative: link('CONDITIONING'),
      vae: link('VAE'),
      width: int(16, most),
      height: int(16, most),
      length: int(1, most),
      batch_size: int(1, 4096),
      clip_vision_output: link('CLIP_VISION_OUTPUT', true),
      start_image: link('IMAGE', true),
    },
    gives: ['CONDITIONING', 'CONDITIONING', 'LATENT'],
  },
  KSamplerAdvanced: {
    inputs: {
      model: link('MODEL'),
      add_noise: onOff,
      noise_seed: int(0, mostSeed),
      steps: int(1, 10000),
      cfg: float(0, 100),
      sampler_name: samplers,
      scheduler: schedulers,
      positive: link('CONDITIONING'),
      negative: link('CONDITIONING'),
      latent_image: link('LATENT'),
      start_at_step: int(0, 10000),
      end_at_step: int(0, 10000),
      return_with_leftover_noise: onOff,
    },
    gives: ['LATENT'],
  },
  VAEDecode: { inputs: { samples: link('LATENT'), vae: link('VAE') }, gives: ['IMAGE'] },
  CreateVideo: { inputs: { images: link('IMAGE'), fps: float(1, 120), audio: link('AUDIO', true) }, gives: ['VIDEO'] },
  SaveVideo: {
    inputs: {
      video: link('VIDEO'),
      filename_prefix: string(),
      format: combo(['auto', 'mp4', 'mkv', 'webm']),
      codec: combo(['auto', 'h264', 'av1'], true),
    },
    gives: [],
    output: true,
  },
};
