import { Refused } from '../frame/refused.mjs';

/** ComfyUI answers most wrong calls with a status and nothing else; so does the proxy in front of it. */
const bare = (status, words = '') => new Refused(status, words);

export const unauthorized = () => bare(401, '401 Authorization Required');

export const badRequest = () => bare(400);

export const notFound = () => bare(404).asOurs;

export const tooLarge = () => bare(413, 'Maximum request body size 104857600 exceeded');

export const crashed = () => bare(500, '500 Internal Server Error');

export const exists = () => new Refused(409, { error: 'prompt_id already exists' }).asOurs;

/** A prompt that is not taken; `nodeErrors` by node id. */
export const invalidPrompt = (type, message, details = '', nodeErrors = {}) =>
  new Refused(400, { error: { type, message, details, extra_info: {} }, node_errors: nodeErrors });

/** One node's complaint, as `node_errors` has it. */
export const nodeError = (id, classType, errors, outputs) => ({
  [id]: { errors, dependent_outputs: outputs, class_type: classType },
});

const failedValidation = (id, classType, error) =>
  invalidPrompt(
    'prompt_outputs_failed_validation',
    'Prompt outputs failed validation',
    `${error.message}: ${error.details}`,
    nodeError(id, classType, [error], ['save']),
  );

const missingModel = () =>
  failedValidation('high', 'UNETLoader', {
    type: 'value_not_in_list',
    message: 'Value not in list',
    details: "unet_name: 'wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors' not in []",
    extra_info: { input_name: 'unet_name' },
  });

const wrongInput = () =>
  failedValidation('video', 'WanImageToVideo', {
    type: 'value_smaller_than_min',
    message: 'Value 0 smaller than min of 16',
    details: 'width',
    extra_info: { input_name: 'width' },
  });

const byStatus = { 500: crashed, 502: () => bare(502, 'Bad Gateway'), 503: () => bare(503, 'Service Unavailable'), 413: tooLarge };

/** What keeps a prompt out when it is asked to; the 402 and the 429 are a proxy's or a host's, ComfyUI has none. */
export const refusals = {
  rate: () => bare(429, 'Too Many Requests'),
  balance: () => bare(402, 'Payment Required'),
  retired: missingModel,
  refuse: (as) => (byStatus[as] ?? wrongInput)(),
  '5xx-before': (as) => (byStatus[as] ?? crashed)(),
};

const outOfMemory =
  'Allocation on device 0 would exceed allowed memory. (out of memory)\nThis error means you ran out of memory on your GPU.\n\n' +
  'TIPS: If the workflow worked before you might have accidentally set the batch_size to a large number.';

const messages = {
  'torch.OutOfMemoryError': outOfMemory,
  'PIL.UnidentifiedImageError': 'cannot identify image file\n',
};

const raising = (type, node, message = messages[type] ?? 'The node failed\n') => ({ type, node, message, billed: false });

export const unidentified = () => raising('PIL.UnidentifiedImageError', 'LoadImage');

/** What ends a prompt with an `execution_error`: `#fail:torch.OutOfMemoryError` names the exception. */
export const failures = {
  badimg: unidentified,
  'mod-in': () => raising('RuntimeError', 'CLIPTextEncode', 'A safety filter that was added here blocked the prompt\n'),
  'mod-out': () => raising('RuntimeError', 'VAEDecode', 'A safety filter that was added here blocked the frames\n'),
  fail: (as) => raising(as ?? 'RuntimeError', 'KSamplerAdvanced'),
};

export const words = {
  noSuchPath: () => bare(404, '404: Not Found'),
  wrongMethod: () => bare(405, '405: Method Not Allowed'),
  broken: crashed,
};
