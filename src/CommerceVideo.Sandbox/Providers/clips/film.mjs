/**
 * The ffmpeg arguments for one clip made from one picture: a slow push in or a pan, in the look of the model. A look is
 * `{fps, move, cast, contrast, saturation, brightness, softness, noise}`; `cuts` makes a hard cut halfway, `tenBit` 10-bit HEVC, `strays`
 * another picture than the one that was given.
 */
export function filmArguments({ look, seconds, width, height, sound, cuts, tenBit, strays }, source, target) {
  const frames = Math.round(seconds * look.fps);
  const picture = [
    ...framed(width, height),
    ...(strays ? ['hflip', 'hue=h=70'] : []),
    ...looked(look),
    camera({ look, frames, width, height, cuts }),
    ...moving(look, cuts, seconds),
  ];
  return [
    ...['-v', 'error', '-nostdin', '-y', '-protocol_whitelist', 'file,pipe', '-filter_threads', '1', '-threads', '1', '-i', source],
    ...(sound ? ['-f', 'lavfi', '-i', `anoisesrc=color=pink:amplitude=0.03:sample_rate=44100:seed=1:duration=${seconds}`] : []),
    ...['-filter_complex', `[0:v]${picture.join(',')}[v]`, '-map', '[v]', ...(sound ? ['-map', '1:a', '-c:a', 'aac', '-b:a', '48k'] : [])],
    ...['-frames:v', String(frames), ...(tenBit ? hevc : h264), '-crf', '29', '-threads', '1'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...[
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-flags:a',
      '+bitexact',
      '-movflags',
      '+faststart',
      '-f',
      'mp4',
      target,
    ],
  ];
}

const h264 = ['-c:v', 'libx264', '-preset', 'superfast', '-pix_fmt', 'yuv420p'];

// x265 writes its settings into the file and makes threads of its own unless it is told not to.
const hevc = [
  ...['-c:v', 'libx265', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le', '-tag:v', 'hvc1'],
  ...['-x265-params', 'log-level=error:info=0:pools=none:frame-threads=1'],
];

/** The picture filling the frame, a little larger so that the camera has room. */
function framed(width, height) {
  const [w, h] = [width, height].map((side) => even(side * 1.25));
  return ['format=rgb24', `scale=${w}:${h}:force_original_aspect_ratio=increase:flags=bicubic`, `crop=${w}:${h}`];
}

/** Each move starts on the very picture that was given, as these models do: a film can go on from it. */
function camera({ look, frames, width, height, cuts }) {
  const done = `on/${frames}`;
  const moves = {
    'push-in': { zoom: `1+0.12*${done}`, x: '(iw-iw/zoom)/2', y: '(ih-ih/zoom)/2' },
    'pull-out': { zoom: `1+0.12*sin(PI*${done})`, x: '(iw-iw/zoom)/2', y: '(ih-ih/zoom)/2' },
    'pan-right': { zoom: `1+0.12*${done}`, x: 'iw-iw/zoom', y: '(ih-ih/zoom)/2' },
    rise: { zoom: `1+0.12*${done}`, x: '(iw-iw/zoom)/2', y: '0' },
  };
  const { zoom, x, y } = moves[look.move];
  const z = cuts ? `if(lt(on,${Math.round(frames / 2)}),${zoom},2.4)` : zoom;
  return `zoompan=z='${z}':x='${x}':y='${y}':d=${frames}:s=${width}x${height}:fps=${look.fps}`;
}

/** What the model does to the picture; done to the still once, not to every frame. */
function looked({ cast = [1, 1, 1], contrast = 1, saturation = 1, brightness = 0, softness = 0 }) {
  const [red, green, blue] = cast;
  return [
    `colorchannelmixer=rr=${red}:gg=${green}:bb=${blue}`,
    'scale=out_color_matrix=bt709:out_range=tv,format=yuv444p',
    `eq=contrast=${contrast}:saturation=${saturation}:brightness=${brightness}`,
    ...(softness ? [`gblur=sigma=${softness}`] : []),
  ];
}

/** After a cut the light is another one too, as in a second shot. */
function moving({ noise = 0 }, cuts, seconds) {
  return [
    'format=yuv420p',
    ...(cuts ? [`eq=brightness=-0.3:contrast=1.2:enable='gte(t,${seconds / 2})'`] : []),
    ...(noise ? [`noise=alls=${noise}:allf=t`] : []),
  ];
}

export const even = (side) => Math.max(2, 2 * Math.round(side / 2));

/** Width and height of about so many pixels in the picture's own ratio. */
export function sizeOf(pixels, { width, height }) {
  const wide = Math.sqrt((pixels * width) / height);
  return { width: even(wide), height: even(pixels / wide) };
}
