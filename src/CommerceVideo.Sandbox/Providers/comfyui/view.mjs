import { sendClip } from '../frame/links.mjs';
import { badRequest, notFound } from './errors.mjs';

/** `GET /view?filename=…&subfolder=…&type=output`: files outlive the history. */
export function view(house, request) {
  const { searchParams } = request.url;
  const [filename, subfolder, type] = ['filename', 'subfolder', 'type'].map((name) => searchParams.get(name));
  if (!filename) {
    throw notFound();
  }
  if (filename.startsWith('/') || filename.includes('..') || (type !== null && !['input', 'output', 'temp'].includes(type))) {
    throw badRequest();
  }
  const job = house.jobs
    .all()
    .findLast(({ state, more }) => state === 'succeeded' && more.file === filename && more.subfolder === (subfolder ?? ''));
  if (!job || (type ?? 'output') !== 'output') {
    throw notFound();
  }
  return sendClip(request, house, job);
}
