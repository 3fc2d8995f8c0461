import { PictureProblem } from './problem.mjs';

const alphabet = /^[A-Za-z0-9+/]+={0,2}$/;

export function decodeBase64(text) {
  if (text.length % 4 !== 0 || !alphabet.test(text)) {
    throw new PictureProblem('source', 'is neither a URL nor valid base64');
  }
  return Buffer.from(text, 'base64');
}

/** `data:image/png;base64,…`; the type it names must be an image's. */
export function decodeDataUri(text, { mostText = Infinity }) {
  if (text.length > mostText) {
    throw new PictureProblem('bytes', `a data URI may have at most ${mostText} characters`);
  }
  const comma = text.indexOf(',');
  const match = /^data:(image\/[a-z0-9.+-]+);base64$/i.exec(text.slice(0, Math.max(0, comma)));
  if (!match) {
    throw new PictureProblem('source', 'is not a base64 data URI of an image');
  }
  return decodeBase64(text.slice(comma + 1));
}
