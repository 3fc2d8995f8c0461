import { send, sendXml } from '../http/answers.mjs';
import { MultipartProblem, readParts, text } from '../http/multipart.mjs';
import { lengthRange, openPolicy, policyProblem, signPolicy } from './policy.mjs';
import { fileBucket } from './targets.mjs';

/** The object storage behind staged uploads. It speaks only what the signed form or address allows, as Google's does. */
export function bucketRoutes({ targets, blobs, clock, faults }) {
  const world = { targets, blobs, clock, faults };
  return [
    ['POST', '/_bucket/{bucket}', (request) => takeForm(request, world)],
    ['POST', '/_bucket/{bucket}/', (request) => takeForm(request, world)],
    ['PUT', '/_bucket/{bucket}/{key*}', (request) => takePut(request, world)],
  ];
}

async function takeForm({ req, res, parts: { bucket } }, world) {
  try {
    const answer = await readForm(req, bucket, world);
    if (answer.status < 300 && world.faults.take('uploadAnswersLost')) {
      req.socket.destroy();
    } else if (answer.status < 300) {
      send(res, answer.status, answer.body, answer.headers);
    } else {
      sendXml(res, answer.status, answer.code, answer.message, answer.details);
    }
  } catch (problem) {
    if (!(problem instanceof MultipartProblem)) {
      throw problem;
    }
    sendXml(res, 400, 'MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.', problem.message);
  }
}

async function readForm(req, bucket, world) {
  const fields = new Map();
  let answer = null;
  for await (const part of readParts(req, req.headers['content-type'])) {
    if (answer) {
      answer = refusal(400, 'InvalidArgument', 'The file must be the last field of the form.', part.name);
    } else if (part.name === 'file') {
      answer = await takeFile(part, fields, bucket, world);
    } else {
      fields.set(part.name, await text(part.body));
    }
  }
  if (!answer) {
    return refusal(400, 'InvalidArgument', 'The form has no field named file.');
  }
  if (answer.status < 300) {
    answer.keep();
  }
  return answer;
}

async function takeFile(part, fields, bucket, { targets, blobs, clock }) {
  const signature = fields.get('signature') ?? fields.get('x-goog-signature');
  const policy = openPolicy(fields.get('policy'), signature, targets.key);
  if (!policy) {
    return refusal(403, 'SignatureDoesNotMatch', 'The policy or its signature is missing or wrong.');
  }
  const needed = bucket === fileBucket ? [] : ['GoogleAccessId'];
  const missing = needed.find((name) => !fields.get(name));
  const problem = missing ? `Missing field: ${missing}` : policyProblem(policy, fields, bucket, clock.now());
  if (problem) {
    return refusal(403, 'AccessDenied', 'Access denied: invalid according to policy.', problem);
  }
  const kept = await blobs.keep(part.body);
  const { least, most } = lengthRange(policy);
  if (kept.bytes > most) {
    return refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.', `${kept.bytes} > ${most}`);
  }
  if (kept.bytes < least) {
    return refusal(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed object size.',
      `${kept.bytes} < ${least}`,
    );
  }
  const key = fields.get('key');
  return { ...success(bucket, key, kept), keep: () => targets.store(targets.byKey(key), kept) };
}

function success(bucket, key, { sha256 }) {
  if (bucket !== fileBucket) {
    return { status: 204, body: '', headers: { ETag: `"${sha256.slice(0, 32)}"` } };
  }
  const xml = `<?xml version='1.0' encoding='UTF-8'?><PostResponse><Location>/${bucket}/${key}</Location><Bucket>${bucket}</Bucket><Key>${key}</Key><ETag>"${sha256.slice(0, 32)}"</ETag></PostResponse>`;
  return { status: 201, body: xml, headers: { 'Content-Type': 'application/xml; charset=UTF-8' } };
}

async function takePut({ req, res, url, parts: { bucket } }, { targets, blobs, clock, faults }) {
  const key = url.pathname.slice(`/_bucket/${bucket}/`.length);
  const target = targets.byKey(key);
  const expires = url.searchParams.get('X-Goog-Expires');
  if (!target || url.searchParams.get('X-Goog-Signature') !== signPolicy(`${key}\n${expires}`, targets.key)) {
    sendXml(res, 403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.');
  } else if (Number(expires) <= clock.now()) {
    sendXml(res, 400, 'ExpiredToken', 'The provided token has expired.');
  } else if (req.headers['content-type'] !== target.mimeType) {
    sendXml(res, 403, 'SignatureDoesNotMatch', 'The Content-Type differs from the signed one.', target.mimeType);
  } else {
    targets.store(target, await blobs.keep(req));
    if (faults.take('uploadAnswersLost')) {
      req.socket.destroy();
    } else {
      send(res, 200, '', {});
    }
  }
}

const refusal = (status, code, message, details = '') => ({ status, code, message, details });
