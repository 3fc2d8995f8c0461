import { CallbackSender } from '../callbacks/sender.mjs';
import { isOver, Jobs } from '../jobs/jobs.mjs';
import { Faults } from './faults.mjs';
import { signedLink } from './links.mjs';
import { Listener } from './listener.mjs';
import { decimal, millionths } from './money.mjs';
import { apiServer } from './server.mjs';

const breachesKept = 50;

/** One provider at work: its jobs, faults, links and callbacks, behind a port of its own. */
export class House {
  refusedCalls = 0;
  breaches = [];

  constructor(provider, { settings, clock, records, pictures, clips, files, secret }) {
    Object.assign(this, { provider, name: provider.name, settings, clock, records, pictures, clips });
    this.options = { ...provider.options, ...(settings.concurrent === null ? {} : { concurrent: settings.concurrent }) };
    this.secrets = provider.callbacks ? [...provider.callbacks.secrets] : [];
    this.faults = new Faults(settings.seed);
    this.callbacks = new CallbackSender(this);
    this.jobs = new Jobs({ ...this, changed: (job) => this.callbacks.announce(job) });
    this.filesAddress = files;
    this.link = (job, expiresAt) => this.#link(files(), secret, job, expiresAt);
    this.listener = new Listener(() => this.#server(), settings.ports[provider.name] ?? 0);
  }

  resume() {
    this.jobs.resume();
    this.callbacks.resume();
  }

  /** A call no correct caller makes; a few of the last are kept to be read, never with a key in them. */
  breach(req, status, message) {
    this.refusedCalls += 1;
    const path = req.url.split('?')[0];
    this.breaches = [...this.breaches, { at: this.clock.now(), method: req.method, path, status, message }].slice(-breachesKept);
  }

  bill() {
    const total = this.jobs.all().reduce((sum, { bill }) => (bill ? sum + millionths(bill.amount) : sum), 0n);
    return { amount: decimal(total), currency: this.provider.currency };
  }

  /** Whether what is left of `balance` covers this, what is under way counted in; null is endless. */
  canPay(amount) {
    const { balance } = this.options;
    if (balance === null) {
      return true;
    }
    const spoken = this.jobs.all().filter((job) => job.bill || !isOver(job));
    return spoken.reduce((left, { price }) => left - millionths(price.amount), millionths(balance)) >= millionths(amount);
  }

  #server() {
    return apiServer(this.provider.routes(this), {
      words: this.provider.words,
      before: (request) => this.provider.authorize(request, this),
      refused: (req, refusal) => refusal.ours || this.breach(req, refusal.status, refusal.message.slice(0, 300)),
      after: (milliseconds, act) => this.clock.after(milliseconds, act),
    });
  }

  #link(base, secret, job, expiresAt) {
    const tooOld = this.faults.strikes('expired-url', job);
    return signedLink(base, secret, { provider: this.name, id: job.id }, tooOld ? this.clock.now() - 1000 : expiresAt);
  }
}
