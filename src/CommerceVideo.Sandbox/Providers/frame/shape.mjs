/**
 * A provider's contract as data. Each of these makes a check: `(value, path) => issues`, an issue being `{path, message}`.
 * Nothing is converted, and a member nobody named is an issue: that is what strict means here.
 */
const issue = (path, message) => [{ path, message }];
const none = [];

export const check = (shape, value) => shape(value, []);

/** Members of an object; those wrapped in `must` have to be there. Null is a value, and mostly a wrong one. */
export const object = (members) => (value, path) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return issue(path, 'must be an object');
  }
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(members, name))
    .flatMap((name) => issue([...path, name], 'is not a known field'));
  const known = Object.entries(members).flatMap(([name, shape]) => {
    if (value[name] === undefined) {
      return shape.required ? issue([...path, name], 'is required') : none;
    }
    return shape(value[name], [...path, name]);
  });
  return [...known, ...unknown];
};

export const must = (shape) => Object.assign((value, path) => shape(value, path), { required: true });

/** `most` counts characters, or UTF-16 units where the provider does. */
export const text =
  ({ least = 0, most = Infinity, utf16 = false, pattern = null } = {}) =>
  (value, path) => {
    if (typeof value !== 'string') {
      return issue(path, 'must be a string');
    }
    const length = utf16 || value.length <= most ? value.length : [...value].length;
    if (length < least) {
      return issue(path, least === 1 ? 'must not be empty' : `must have at least ${least} characters`);
    }
    if (length > most) {
      return issue(path, `must have at most ${most} characters`);
    }
    return pattern && !pattern.test(value) ? issue(path, 'has an invalid format') : none;
  };

export const number =
  ({ least = -Infinity, most = Infinity, whole = false } = {}) =>
  (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return issue(path, 'must be a number');
    }
    if (whole && !Number.isInteger(value)) {
      return issue(path, 'must be an integer');
    }
    return value < least || value > most ? issue(path, `must be between ${least} and ${most}`) : none;
  };

export const whole = (limits = {}) => number({ ...limits, whole: true });

export const flag = () => (value, path) => (typeof value === 'boolean' ? none : issue(path, 'must be a boolean'));

/** One of some strings or numbers; the wrong type is told apart from the wrong value. */
export const choice =
  (...values) =>
  (value, path) => {
    if (typeof value !== typeof values[0]) {
      return issue(path, `must be a ${typeof values[0]}`);
    }
    return values.includes(value) ? none : issue(path, `must be one of ${values.join(', ')}`);
  };

export const list =
  (of, { least = 0, most = Infinity } = {}) =>
  (value, path) => {
    if (!Array.isArray(value)) {
      return issue(path, 'must be an array');
    }
    if (value.length < least || value.length > most) {
      return issue(path, `must have between ${least} and ${most} entries`);
    }
    return value.flatMap((entry, at) => of(entry, [...path, at]));
  };

/** An object whose other members depend on one of them, as `{type: "first_frame", url}`. */
export const tagged = (tag, shapes) => (value, path) => {
  const kind = value?.[tag];
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) {
    return issue([...path, tag], `must be one of ${Object.keys(shapes).join(', ')}`);
  }
  return object({ [tag]: must(text()), ...shapes[kind] })(value, path);
};

/** Any of several shapes; the issues are those of the one that came closest. */
export const either =
  (...shapes) =>
  (value, path) => {
    const told = shapes.map((shape) => shape(value, path)).sort((a, b) => a.length - b.length || depth(b) - depth(a));
    return told[0];
  };

const depth = (issues) => Math.max(0, ...issues.map(({ path }) => path.length));

export const dotted = (path) =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
