/** A call that is not served, with the answer it gets. `ours` is one the caller could not have avoided: it is no breach. */
export class Refused extends Error {
  constructor(status, body, { headers = {}, ours = false } = {}) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.ours = ours;
  }

  /** The same answer, given because a fault was asked for or because there is nothing wrong with the call itself. */
  get asOurs() {
    return new Refused(this.status, this.body, { headers: this.headers, ours: true });
  }
}

/** The connection ends without an answer, at once or after a while. */
export class Silence extends Error {
  constructor(holdSeconds = 0) {
    super('no answer');
    this.holdSeconds = holdSeconds;
  }
}

/** Half of an answer, ended as if it were whole. */
export class Garbled extends Error {
  constructor(body) {
    super('half an answer');
    this.body = JSON.stringify(body).slice(0, Math.max(1, JSON.stringify(body).length >> 1));
  }
}
