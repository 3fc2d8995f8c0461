import { escape } from '../http/answers.mjs';

class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** Markup from a template; whatever is put in is escaped unless it is markup itself. */
export function html(strings, ...values) {
  return new Markup(strings.reduce((text, part, index) => text + shown(values[index - 1]) + part));
}

function shown(value) {
  if (value instanceof Markup) {
    return value.text;
  }
  return Array.isArray(value) ? value.map(shown).join('') : value === false || value === null || value === undefined ? '' : escape(value);
}

export const raw = (text) => new Markup(text);

/** Brings the parts marked `data-live` up to date while the page is open; nothing moves that has not changed. */
const live = raw(`<script>
setInterval(async () => {
  if (document.hidden) { return; }
  const reply = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!reply || !reply.ok) { return; }
  const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = next.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.dataset.shown && fresh.innerHTML !== part.innerHTML) { part.innerHTML = fresh.innerHTML; }
    if (fresh) { part.dataset.shown = fresh.innerHTML; }
  }
}, 1500);
</script>`);

export function page({ title, style, body }) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
${live}
</body>
</html>`.toString();
}
