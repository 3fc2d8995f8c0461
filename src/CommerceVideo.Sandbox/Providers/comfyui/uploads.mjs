import { MultipartProblem, readParts, text } from '../../Store/http/multipart.mjs';
import { answer } from '../frame/server.mjs';
import { badRequest, crashed, tooLarge } from './errors.mjs';

const kind = 'upload:comfyui';
const most = 100 * 1024 * 1024;

/** `POST /upload/image`: kept under its name, or under a next one when another file has it already. */
export async function uploadImage(house, { req, res }) {
  const { image, fields } = await form(req);
  const { type = 'input', subfolder = '', overwrite } = fields;
  if (!image?.name || !['input', 'temp', 'output'].includes(type) || leaves(subfolder) || leaves(image.name)) {
    throw badRequest();
  }
  const sha256 = await house.pictures.keep(image.bytes);
  const name = ['true', '1'].includes(overwrite) ? image.name : freeName(house, subfolder, image.name, sha256);
  house.records.put(kind, pathOf(subfolder, name), { sha256 });
  answer({ res }, 200, { name, subfolder, type });
}

/** The kept bytes of what `LoadImage` names; null when nobody sent it. */
export const uploaded = (house, name) => {
  const sha256 = house.records.get(kind, String(name).replace(/ \[(input)\]$/, ''))?.sha256;
  return sha256 ? house.pictures.path(sha256) : null;
};

async function form(req) {
  const fields = {};
  let image = null;
  try {
    for await (const part of readParts(req, req.headers['content-type'])) {
      if (part.name === 'image' && part.filename !== null) {
        image = { name: part.filename, bytes: await bytesOf(part.body) };
      } else {
        fields[part.name] = await text(part.body);
      }
    }
  } catch (problem) {
    throw problem instanceof MultipartProblem ? crashed() : problem;
  }
  return { image, fields };
}

async function bytesOf(body) {
  const chunks = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > most) {
      throw tooLarge();
    }
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

const leaves = (path) => path.startsWith('/') || path.split(/[\\/]/).includes('..');

const pathOf = (subfolder, name) => (subfolder ? `${subfolder}/${name}` : name);

function freeName(house, subfolder, name, sha256) {
  const [, stem, extension] = /^(.*?)(\.[^.]*)?$/.exec(name);
  for (let at = 0; ; at += 1) {
    const next = at ? `${stem} (${at})${extension ?? ''}` : name;
    const there = house.records.get(kind, pathOf(subfolder, next));
    if (!there || there.sha256 === sha256) {
      return next;
    }
  }
}
