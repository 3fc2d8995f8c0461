/** What is wrong with a picture: `kind` is source, fetch, format, bytes, small, large, exact, ratio, alpha or broken (then with the header it has). */
export class PictureProblem extends Error {
  constructor(kind, message, header = null) {
    super(message);
    this.kind = kind;
    this.header = header;
  }
}
