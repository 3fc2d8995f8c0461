/** The one clock of the store: all its times and all its waiting come from here. `startsAt` null means the machine's own time. */
export function storeClock(startsAt = null) {
  const offset = startsAt === null ? 0 : startsAt - Date.now();
  const waiting = new Set();
  return {
    now: () => Date.now() + offset,
    after(milliseconds, act) {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        act();
      }, milliseconds);
      waiting.add(timer);
      return () => {
        clearTimeout(timer);
        waiting.delete(timer);
      };
    },
    stop() {
      waiting.forEach(clearTimeout);
      waiting.clear();
    },
  };
}

export const iso = (milliseconds) => new Date(milliseconds).toISOString();

/** As the Admin API writes it: whole seconds, Z. */
export const seconds = (milliseconds) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
