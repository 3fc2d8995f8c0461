/** A request that cannot be served, with the answer it gets. */
export class Refusal extends Error {
  constructor(status, body, headers = {}) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export function sendJson(res, status, body, headers = {}) {
  send(res, status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8', ...headers });
}

export function sendHtml(res, status, html) {
  send(res, status, html, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
}

export function sendXml(res, status, code, message, details = '') {
  const more = details ? `<Details>${escape(details)}</Details>` : '';
  const xml = `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${escape(message)}</Message>${more}</Error>`;
  send(res, status, xml, { 'Content-Type': 'application/xml; charset=UTF-8' });
}

export function send(res, status, body, headers = {}) {
  if (res.headersSent || res.destroyed) {
    return;
  }
  res.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) }) });
  res.end(status === 204 ? undefined : body);
}

export function redirect(res, location, status = 302) {
  send(res, status, '', { Location: location });
}

export const escape = (text) =>
  String(text ?? '').replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]);
