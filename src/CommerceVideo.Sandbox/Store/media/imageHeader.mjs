/** Kind and size of a picture from its first bytes, or null when they are no picture. Nothing is decoded. */
export function readImageHeader(bytes) {
  return png(bytes) ?? gif(bytes) ?? webp(bytes) ?? heic(bytes) ?? jpeg(bytes);
}

function png(b) {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  if (b.length < 24 || !b.subarray(0, 8).equals(signature)) {
    return null;
  }
  return { mime: 'image/png', width: b.readUInt32BE(16), height: b.readUInt32BE(20) };
}

function gif(b) {
  if (b.length < 10 || !/^GIF8[79]a$/.test(b.toString('latin1', 0, 6))) {
    return null;
  }
  return { mime: 'image/gif', width: b.readUInt16LE(6), height: b.readUInt16LE(8) };
}

function webp(b) {
  if (b.length < 30 || b.toString('latin1', 0, 4) !== 'RIFF' || b.toString('latin1', 8, 12) !== 'WEBP') {
    return null;
  }
  const sized = (width, height) => ({ mime: 'image/webp', width, height });
  switch (b.toString('latin1', 12, 16)) {
    case 'VP8X':
      return sized(1 + b.readUIntLE(24, 3), 1 + b.readUIntLE(27, 3));
    case 'VP8L': {
      const bits = b.readUInt32LE(21);
      return sized(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
    }
    case 'VP8 ':
      return sized(b.readUInt16LE(26) & 0x3fff, b.readUInt16LE(28) & 0x3fff);
    default:
      return null;
  }
}

function heic(b) {
  if (b.length < 12 || b.toString('latin1', 4, 8) !== 'ftyp' || !/^(heic|heix|mif1|hevc)$/.test(b.toString('latin1', 8, 12))) {
    return null;
  }
  const at = b.indexOf('ispe');
  return at < 0 || at + 16 > b.length ? null : { mime: 'image/heic', width: b.readUInt32BE(at + 8), height: b.readUInt32BE(at + 12) };
}

function jpeg(b) {
  if (b.length < 4 || b[0] !== 0xff || b[1] !== 0xd8) {
    return null;
  }
  for (let at = 2; at + 9 < b.length;) {
    if (b[at] !== 0xff) {
      return null;
    }
    const marker = b[at + 1];
    if (marker === 0xff) {
      at += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mime: 'image/jpeg', width: b.readUInt16BE(at + 7), height: b.readUInt16BE(at + 5) };
    } else {
      at += 2 + (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7) ? 0 : b.readUInt16BE(at + 2));
    }
  }
  return null;
}
