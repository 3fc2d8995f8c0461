/** What is wrong with a picture: `kind` is source, fetch, format, bytes, small, large, ratio, alpha or broken. */
export class PictureProblem extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}
