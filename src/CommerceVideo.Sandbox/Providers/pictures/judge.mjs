import { readImageHeader } from '../../Store/media/imageHeader.mjs';
import { PictureProblem } from './problem.mjs';

const tail = 65536;
const mostPixels = 100_000_000;

/** Kind and size by the bytes themselves, never by a name; nothing is decoded. */
export function judge(bytes, rules) {
  const header = readImageHeader(bytes);
  if (!header || !header.width || !header.height || !rules.types.includes(header.mime)) {
    throw new PictureProblem('format', `must be one of ${rules.types.join(', ')}`);
  }
  if (bytes.length > (rules.mostBytes ?? Infinity)) {
    throw new PictureProblem('bytes', `must be at most ${rules.mostBytes} bytes`);
  }
  judgeSize(header, rules);
  if (rules.alpha === false && hasAlpha(bytes, header.mime)) {
    throw new PictureProblem('alpha', 'must not have an alpha channel');
  }
  if (!isWhole(bytes, header.mime)) {
    throw new PictureProblem('broken', 'cannot be decoded', header);
  }
  return header;
}

function judgeSize({ width, height }, { least = 1, most = Infinity, ratio = [0, Infinity], exact = null }) {
  if (width * height > mostPixels) {
    throw new PictureProblem('large', 'has too many pixels');
  }
  if (exact && (width !== exact.width || height !== exact.height)) {
    throw new PictureProblem('exact', `must be ${exact.width}x${exact.height} pixels, not ${width}x${height}`);
  }
  if (Math.min(width, height) < least) {
    throw new PictureProblem('small', `each side must have at least ${least} pixels`);
  }
  if (Math.max(width, height) > most) {
    throw new PictureProblem('large', `each side must have at most ${most} pixels`);
  }
  if (width / height < ratio[0] || width / height > ratio[1]) {
    throw new PictureProblem('ratio', `the ratio of width to height must be between ${ratio[0]} and ${ratio[1]}`);
  }
}

export function hasAlpha(bytes, mime) {
  if (mime === 'image/png') {
    return [4, 6].includes(bytes[25]) || bytes.subarray(0, tail).includes('tRNS');
  }
  const chunk = bytes.toString('latin1', 12, 16);
  return mime === 'image/webp' && ((chunk === 'VP8X' && (bytes[20] & 0x10) !== 0) || (chunk === 'VP8L' && (bytes[24] & 0x10) !== 0));
}

/** A file that was cut off has no end mark. */
function isWhole(bytes, mime) {
  const end = bytes.subarray(-tail);
  if (mime === 'image/jpeg') {
    return end.includes(Buffer.from([0xff, 0xd9]));
  }
  return mime !== 'image/png' || end.includes('IEND');
}
