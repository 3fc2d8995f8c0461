import { spawn } from 'node:child_process';

const longest = 60_000;

/** What ffprobe reads from a file's own bytes (its name says nothing), or null. */
export async function probeVideo(path) {
  const { code, output } = await run('ffprobe', [
    '-v',
    'error',
    '-protocol_whitelist',
    'file',
    '-of',
    'json',
    '-show_entries',
    'format=format_name,duration:format_tags=major_brand:stream=codec_type,width,height,avg_frame_rate,duration',
    path,
  ]);
  if (code !== 0) {
    return null;
  }
  const { format = {}, streams = [] } = JSON.parse(output.toString('utf8'));
  const video = streams.find((stream) => stream.codec_type === 'video');
  return {
    container: container(format),
    seconds: Number(format.duration ?? video?.duration),
    video: video ? { width: video.width, height: video.height, rate: ratio(video.avg_frame_rate) } : null,
  };
}

/** A JPEG of a video's first frame, or null. */
export async function posterOf(path) {
  const { code, output } = await run('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-protocol_whitelist',
    'file,pipe',
    '-threads',
    '1',
    '-i',
    path,
    '-frames:v',
    '1',
    '-c:v',
    'mjpeg',
    '-q:v',
    '3',
    '-f',
    'image2pipe',
    'pipe:1',
  ]);
  return code === 0 && output.length ? output : null;
}

function container({ format_name: names = '', tags = {} }) {
  if (names.split(',').includes('mp4')) {
    return (tags.major_brand ?? '').trim() === 'qt' ? 'mov' : 'mp4';
  }
  return names.split(',').includes('webm') ? 'webm' : names;
}

function ratio(text = '0/1') {
  const [over, under] = text.split('/').map(Number);
  return under ? over / under : 0;
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: longest, killSignal: 'SIGKILL' });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (problem) => reject(new Error(`${program} cannot be started: ${problem.message}`)));
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks) }));
  });
}
