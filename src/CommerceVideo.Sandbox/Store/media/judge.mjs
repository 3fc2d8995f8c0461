/** What Shopify finds wrong with a file, as pure rules on what was read from it. Null means nothing. */
const problem = (code, message, details = null) => ({ code, message, details });

export function judgeImage(header, bytes) {
  if (!header) {
    return problem('UNSUPPORTED_IMAGE_FILE_TYPE', 'The image type is not supported. Use JPEG, PNG, WEBP, HEIC or GIF.');
  }
  const { width, height } = header;
  if (!width || !height) {
    return problem('IMAGE_PROCESSING_FAILURE', 'The image could not be processed.');
  }
  if (bytes > 20 * 1024 * 1024) {
    return problem('INVALID_IMAGE_FILE_SIZE', 'The image is larger than 20 MB.');
  }
  if (width * height > 20_000_000) {
    return problem('INVALID_IMAGE_RESOLUTION', 'The image is larger than 20 megapixels.', `${width}x${height}`);
  }
  if (width > 100 * height || height > 100 * width) {
    return problem('INVALID_IMAGE_ASPECT_RATIO', 'The aspect ratio of the image must be between 1:100 and 100:1.', `${width}x${height}`);
  }
  return null;
}

/** `probe` is what ffprobe told, null when it could make nothing of the file. */
export function judgeVideo(probe, bytes) {
  if (!probe) {
    return problem('VIDEO_METADATA_READ_ERROR', 'The metadata of the video could not be read.');
  }
  if (!probe.video || !['mp4', 'mov', 'webm'].includes(probe.container)) {
    return problem('VIDEO_INVALID_FILETYPE_ERROR', 'The file is not a supported video. Use MP4, MOV or WEBM.');
  }
  if (bytes > 1024 ** 3) {
    return problem('GENERIC_FILE_INVALID_SIZE', 'The video is larger than 1 GB.');
  }
  return judgeDuration(probe.seconds) ?? judgeSides(probe.video) ?? judgeRate(probe.video);
}

function judgeDuration(seconds) {
  if (!(seconds >= 0.25)) {
    return problem('VIDEO_MIN_DURATION_ERROR', 'The video is shorter than 0.25 seconds.', `${seconds}`);
  }
  return seconds > 600 ? problem('VIDEO_MAX_DURATION_ERROR', 'The video is longer than 10 minutes.', `${seconds}`) : null;
}

function judgeSides({ width, height }) {
  const sides = [
    ['WIDTH', width],
    ['HEIGHT', height],
  ];
  for (const [side, pixels] of sides) {
    if (pixels < 100) {
      return problem(`VIDEO_MIN_${side}_ERROR`, `The ${side.toLowerCase()} of the video is less than 100 pixels.`, `${pixels}`);
    }
    if (pixels > 4096) {
      return problem(`VIDEO_MAX_${side}_ERROR`, `The ${side.toLowerCase()} of the video is more than 4096 pixels.`, `${pixels}`);
    }
  }
  return null;
}

function judgeRate({ rate }) {
  return rate > 120 ? problem('VIDEO_VALIDATION_ERROR', 'The video has more than 120 frames per second.', `${rate}`) : null;
}
