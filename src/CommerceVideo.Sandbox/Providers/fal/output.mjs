const keptDays = 7;

/** What an app answers when its video is made, in the result and in the webhook. */
export function output(job, house) {
  const url = house.link(job, job.createdAt + keptDays * 86_400_000);
  return { video: { url, content_type: 'video/mp4', file_name: 'output.mp4' }, ...(job.model.startsWith('wan') ? { seed: 7 } : {}) };
}
