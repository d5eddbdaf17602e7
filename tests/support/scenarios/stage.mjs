const EXPLAINED = /^\[wx-phone-login\] (\w+): /;

/** The globals of a mini-program in place of Node's, until they are struck. */
export class Stage {
  constructor(wx, clock, recorder) {
    this.errors = [];
    const { setTimeout, clearTimeout } = clock;
    this.put(globalThis, { wx, setTimeout, clearTimeout });
    this.put(Date, { now: () => clock.wall });
    this.put(console, {
      error: (error) => void this.errors.push(error),
      warn: (line) => void recorder.seen.explained.push(EXPLAINED.exec(line)?.[1] ?? line),
    });
  }

  /** Puts values into an object; `strike` brings the former ones back. */
  put(object, values) {
    const names = Object.keys(values);
    const former = Object.fromEntries(names.map((name) => [name, object[name]]));
    const { strike } = this;
    this.strike = () => {
      Object.assign(object, former);
      strike?.call(this);
    };
    Object.assign(object, values);
  }

  /** What a handler throws WeChat, and the component, write to the console. */
  assertNoError() {
    if (this.errors.length) throw this.errors[0];
  }
}
