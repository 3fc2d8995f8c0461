import { Heap } from './heap.mjs';

const longestTimer = 3600_000;
const mostSteps = 1_000_000;

/**
 * The one clock of the stand-ins: all their times and all their waiting come from here. It starts at `startsAt` (null: the
 * machine's time), goes with the machine's unless `standing`, and `advance` takes it forward: what waits is done on the way,
 * each at its own time.
 */
export function movableClock(startsAt = null, { standing = false } = {}) {
  const began = Date.now();
  const passing = standing ? () => began : Date.now;
  const waiting = new Heap();
  let offset = startsAt === null ? 0 : startsAt - began;
  let timer = null;
  const now = () => passing() + offset;

  function arm() {
    clearTimeout(timer);
    if (waiting.first && !standing) {
      timer = setTimeout(() => advance(0), Math.min(longestTimer, Math.max(0, waiting.first.at - now())));
    }
  }

  function advance(milliseconds) {
    const target = now() + milliseconds;
    for (let step = 0; step < mostSteps && waiting.first && waiting.first.at <= Math.max(target, now()); step += 1) {
      const entry = waiting.pop();
      offset += Math.max(0, entry.at - now());
      entry.act?.();
    }
    offset += Math.max(0, target - now());
    arm();
  }

  return {
    now,
    advance,
    after(milliseconds, act) {
      const entry = { at: now() + Math.max(0, milliseconds), act };
      waiting.push(entry);
      if (waiting.first === entry) {
        arm();
      }
      return () => (entry.act = null);
    },
    stop() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}

export const iso = (milliseconds) => new Date(milliseconds).toISOString();
