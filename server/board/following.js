/** Facts as they happen, none left out: after a tunnel, a sleep or a deploy it goes on where it was. */

import { NotSignedIn } from "./api.js";

const STILL_THERE = 40_000; // the server says something every 15 s
const LOST = ["INVALID", "LOG_FORKED"]; // the cursor is of a log that a restore has cut off
const PAUSES = [250, 1_000, 2_000, 5_000, 10_000];

export class Following {
  #stop = new AbortController();
  #attempt = new AbortController();
  #silence = 0;
  #failures = 0;

  /** Begins at a cursor; `heard(edge)` for each fact, `state(connected, error)` when that changes. */
  constructor(api, cursor, heard, state) {
    Object.assign(this, { api, cursor, heard, state });
    this.again = this.again.bind(this);
    addEventListener("online", this.again);
    document.addEventListener("visibilitychange", this.again);
    this.#run();
  }

  end() {
    removeEventListener("online", this.again);
    document.removeEventListener("visibilitychange", this.again);
    this.#stop.abort();
    this.#attempt.abort();
    clearTimeout(this.#silence);
  }

  /** Looked at again, or back in the net: whatever hangs is given up. */
  again() {
    if (document.visibilityState === "visible") this.#attempt.abort();
  }

  async #run() {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#once();
        this.#failures = 0;
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        if (error instanceof NotSignedIn) return this.state(false, error);
        this.state(false, null);
        this.#failures += 1;
      }
      await this.#pause();
    }
  }

  async #once() {
    this.#attempt = new AbortController();
    this.#heardSomething();
    const said = await this.api.stream("facts", { after: this.cursor }, this.#attempt.signal);
    this.state(true, null);
    this.#failures = 0;
    let rest = "";
    for await (const piece of said) {
      this.#heardSomething();
      const frames = (rest + piece).split("\n\n");
      rest = frames.pop();
      frames.forEach((frame) => this.#take(frame));
    }
    throw new Error("The stream ended.");
  }

  #take(frame) {
    const data = /^data: (.+)$/m.exec(frame);
    if (!data) return;
    const { data: answer, errors } = JSON.parse(data[1]);
    if (errors) {
      if (LOST.includes(errors[0].extensions.code)) this.cursor = null;
      throw new Error(errors[0].message);
    }
    this.cursor = answer.events.cursor;
    this.heard(answer.events.node);
  }

  #heardSomething() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#attempt.abort(), STILL_THERE);
  }

  #pause() {
    const longest = PAUSES[Math.min(this.#failures, PAUSES.length) - 1] ?? 0;
    return new Promise((go) => {
      const timer = setTimeout(go, longest);
      addEventListener("online", () => (clearTimeout(timer), go()), { once: true });
    });
  }
}
