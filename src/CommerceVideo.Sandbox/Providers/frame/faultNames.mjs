/**
 * What can go wrong, asked for by a keyword in the prompt (`#rate`, `#rate*3` for three times, `#fail:CODE` for a word of the
 * provider's own) or through the control server. What is `once` strikes the first time and lets the next try through.
 */
export const faultNames = {
  ok: { at: 'submit', says: 'nothing goes wrong, whatever the rates say' },

  rate: { at: 'submit', once: true, says: 'refused: too many requests' },
  throttle: { at: 'submit', once: true, says: 'refused or held back: too many at a time' },
  balance: { at: 'submit', says: 'refused: no money left' },
  retired: { at: 'submit', says: 'refused: the model is gone' },
  refuse: { at: 'submit', says: 'refused with the error named, as #refuse:1103' },
  badimg: { at: 'submit', says: 'the picture is refused' },
  'mod-in': { at: 'submit', says: 'the prompt or the picture is against the rules' },
  '5xx-before': { at: 'submit', once: true, says: 'a server error, nothing was made' },
  'timeout-before': { at: 'submit', once: true, says: 'no answer, nothing was made' },

  '5xx-after': { at: 'submit', once: true, says: 'a server error, the job exists and will be billed' },
  'timeout-after': { at: 'submit', once: true, says: 'no answer: held, then reset; the job exists and will be billed' },
  'reset-after': { at: 'submit', once: true, says: 'the connection is reset at once; the job exists and will be billed' },
  malformed: { at: 'submit', once: true, says: 'half an answer; the job exists and will be billed' },

  slow: { at: 'submit', says: 'takes twenty times as long' },
  never: { at: 'submit', says: 'keeps running' },
  'odd-status': { at: 'submit', says: 'tells a status nobody knows while it runs' },
  'mod-out': { at: 'submit', says: 'the finished video is against the rules' },
  fail: { at: 'submit', says: 'fails inside the provider, with a code of its own as #fail:INTERNAL' },
  strays: { at: 'submit', once: true, says: 'the video leaves its picture: turned over, in another colour' },

  'expired-url': { at: 'job', once: true, says: 'the link handed out is already too old' },
  'download-cut': { at: 'job', once: true, says: 'the connection breaks in the middle of a download' },
  'read-5xx': { at: 'job', once: true, says: 'a server error to a status call' },
  'read-rate': { at: 'job', once: true, says: 'too many requests to a status call' },
  'read-malformed': { at: 'job', once: true, says: 'half an answer to a status call' },

  'dup-callback': { at: 'submit', says: 'each callback is sent twice' },
  'out-of-order': { at: 'submit', says: 'callbacks come in reverse order' },
  'late-callback': { at: 'submit', says: 'callbacks come ten minutes late' },
  'no-callback': { at: 'submit', says: 'callbacks never come' },
};

const keyword = /#([a-z0-9-]+)(?::([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*))?(?:\*(\d{1,6}))?/g;

/** What a prompt asks for: `[{name, as, times}]`; a word with a hash that is none of ours is just a word. */
export function askedIn(prompt) {
  return [...String(prompt ?? '').matchAll(keyword)]
    .filter(([, name]) => Object.hasOwn(faultNames, name))
    .map(([, ...parts]) => asked(...parts));
}

/** `"fail:INTERNAL"` as the control server names it, or null. */
export function named(key) {
  const [name, ...as] = key.split(':');
  return Object.hasOwn(faultNames, name) ? asked(name, as.join(':')) : null;
}

function asked(name, as, times) {
  return { name, as: as || null, times: times ? Number(times) : faultNames[name].once ? 1 : Infinity };
}

/** As a job remembers it: `fail:INTERNAL`. */
export const told = ({ name, as }) => (as ? `${name}:${as}` : name);
