const shot = /^shot\s+(\d+)\s*,\s*(\d+)\s*,\s*([\s\S]*)$/i;

/** `shot 1, 3, words; shot 2, 2, words;` has rules of its own; any other prompt is just a prompt. */
export function storyboardProblem(prompt, seconds) {
  const parts = prompt
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const shots = parts.map((part) => shot.exec(part));
  if (!shots[0]) {
    return null;
  }
  if (shots.includes(null) || shots.length > 6) {
    return 'prompt is not a valid storyboard of at most 6 shots';
  }
  if (shots.some(([, , length, words]) => Number(length) < 1 || words.length > 512)) {
    return 'each shot of the storyboard needs at least 1 second and at most 512 characters';
  }
  const total = shots.reduce((sum, [, , length]) => sum + Number(length), 0);
  return total === seconds ? null : `the shots of the storyboard last ${total} seconds, not ${seconds}`;
}
