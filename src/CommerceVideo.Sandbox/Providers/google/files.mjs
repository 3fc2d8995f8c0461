import { sendClip } from '../frame/links.mjs';
import { send } from '../../Store/http/answers.mjs';
import { statusRefusal } from './errors.mjs';

const keptHours = 48;

/** On the API's own origin: whoever fetches it brings the key. */
export const fileUri = (house, { more }) => `${house.listener.address}/v1beta/files/${more.file}:download?alt=media`;

/** `GET /v1beta/files/{id}:download?alt=media`; where it is set so, the bytes lie elsewhere and are only pointed to. */
export async function download(house, request) {
  const { url, res, parts } = request;
  const job = house.jobs.all().find(({ more, state }) => more.file === parts.id && state === 'succeeded');
  const gone = !job || house.clock.now() >= job.finishedAt + keptHours * 3600_000 || house.faults.strikes('expired-url', job);
  if (gone || url.searchParams.get('alt') !== 'media') {
    throw statusRefusal(403, 'PERMISSION_DENIED', `You do not have permission to access the File ${parts.id} or it may not exist.`).asOurs;
  }
  if (house.options.redirects) {
    return send(res, 302, '', { Location: house.link(job, house.clock.now() + 3600_000) });
  }
  return sendClip(request, house, job);
}
