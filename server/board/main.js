/** The page: what is looked at stands in its address, and everything shown follows from that. */

import { Api, NotSignedIn, about } from "./api.js";
import { daysBetween } from "./curve.js";
import "./details.js";
import { make } from "./element.js";
import "./facts.js";
import { Following } from "./following.js";
import { betweenMoments, ifDone } from "./marks.js";
import "./numbers.js";
import { signOut, signedIn } from "./sign_in.js";
import "./timeline.js";
import "./tree.js";
import { share, word } from "./words.js";

const TOGETHER = 200; // milliseconds: facts that come in a burst are looked at once

const part = (id) => document.getElementById(id);

class Board {
  #looking = new AbortController();
  #timer = 0;
  #objectives = [];
  #previewed = null;

  constructor(api) {
    this.api = api;
    this.chosen = null;
  }

  async open() {
    const { viewer, organization } = await this.api.ask("cycles");
    document.title = part("organization").textContent = organization.name;
    part("viewer").textContent = viewer.person?.name ?? "";
    this.cycles = organization.cycles.nodes;
    part("cycle").replaceChildren(...this.cycles.map(({ key, name, state }) =>
      make("option", { value: key }, `${name} (${word(state)})`)));
    this.head = organization.position;
    part("timeline").grown(this.head);
    this.#read();
    this.#listen();
    part("board").hidden = false;
    await this.look();
    const after = organization.events.edges.at(0)?.cursor ?? "0";
    this.following = new Following(this.api, after, (fact) => this.#happened(fact), (...all) => this.#connected(...all));
  }

  get cycle() {
    return this.cycles.find(({ key }) => key === part("cycle").value);
  }

  /** Ask for all that is shown, and show it; what is asked for later makes this void. */
  async look() {
    this.#looking.abort();
    this.#looking = new AbortController();
    try {
      await this.#look(this.#looking.signal);
    } catch (error) {
      if (error.name !== "AbortError") troubled(error);
    }
  }

  async #look(signal) {
    const cycle = part("cycle").value;
    const { position, other } = part("timeline");
    const asOf = position === null ? null : { position };
    const [board, compared, numbers, opened] = await Promise.all([
      this.api.ask("board", { cycle, asOf }, signal),
      other === null ? null : this.api.ask("differences", between(cycle, other, position), signal),
      this.api.ask("numbers", { cycle, asOf }, signal),
      this.#isToBeOpened(position) ? this.#opened(asOf, signal) : null,
    ]);
    part("trouble").hidden = true;
    this.#show(board.organization, compared, numbers.organization.cycle);
    // Asked again: somebody may have begun to fill in a form while the answer was on its way.
    if (opened && this.#isToBeOpened(position)) this.#detail(opened, position);
  }

  #show(organization, compared, numbers) {
    const { cycle, recordedAt } = organization;
    part("timeline").recorded(recordedAt);
    part("completion").textContent = cycle
      ? `${word(cycle.state)}, ${share(cycle.completion.realised)} of what was meant` : "The cycle was not there yet.";
    this.#objectives = cycle?.objectives.nodes ?? [];
    const marks = compared ? betweenMoments(compared.organization.cycle.compare)
      : this.#previewed ? ifDone(this.#objectives, this.#previewed) : new Map();
    part("tree").show(this.#objectives, marks);
    part("tree").choose(this.chosen);
    part("numbers").show(numbers?.programmeNumbers ?? []);
  }

  #isToBeOpened(position) {
    return this.chosen !== null && (position !== null || !part("details").isBusyWith(this.chosen));
  }

  async #opened(asOf, signal) {
    const isObjective = this.#objectives.some(({ id }) => id === this.chosen);
    if (isObjective) return (await this.api.ask("objective", { id: this.chosen, asOf }, signal)).node;
    const { startsOn, endsOn } = this.cycle;
    const days = Object.fromEntries(daysBetween(startsOn, endsOn).map((each, at) => [`day${at}`, each]));
    return (await this.api.ask("key_result", { id: this.chosen, asOf, ...days }, signal)).node;
  }

  #detail(node, position) {
    const acts = {
      command: (name, input, dryRun) => this.api.command(name, { input, command: { dryRun } }),
      previewed: (would) => {
        this.#previewed = would;
        part("tree").show(this.#objectives, ifDone(this.#objectives, would));
      },
      done: () => {
        part("details").hidden = true; // so that it is opened anew
        this.#previewed = null;
        this.look();
      },
    };
    part("details").show(node, this.cycle, position === null ? acts : null);
  }

  #happened(fact) {
    part("facts").add(fact);
    this.head = Math.max(this.head, fact.position);
    part("timeline").grown(this.head);
    clearTimeout(this.#timer);
    if (part("timeline").position === null) this.#timer = setTimeout(() => this.look(), TOGETHER);
  }

  #connected(connected, error) {
    document.body.classList.toggle("offline", !connected);
    part("connection").textContent = connected ? "live" : "connecting again …";
    if (error) troubled(error);
  }

  #listen() {
    part("cycle").addEventListener("change", () => this.#go({ chosen: null }));
    part("timeline").addEventListener("moved", () => this.#go({}));
    addEventListener("chosen", ({ detail }) => this.#go({ chosen: detail }));
    addEventListener("popstate", () => (this.#read(), this.look()));
  }

  #go({ chosen = this.chosen }) {
    this.chosen = chosen;
    this.#previewed = null;
    if (chosen === null) part("details").hidden = true;
    const { position, other } = part("timeline");
    const said = { cycle: part("cycle").value, at: position, against: other, open: chosen };
    const kept = Object.entries(said).filter(([, value]) => value !== null);
    history.pushState(null, "", `#${new URLSearchParams(kept)}`);
    this.look();
  }

  // Without an address: the cycle that runs, as it is now.
  #read() {
    const said = new URLSearchParams(location.hash.slice(1));
    const running = this.cycles.filter(({ state }) => state === "ACTIVE").at(-1) ?? this.cycles.at(-1);
    part("cycle").value = said.get("cycle") ?? running?.key ?? "";
    const asNumber = (name) => (said.has(name) ? Number(said.get(name)) : null);
    part("timeline").set(asNumber("at"), asNumber("against"));
    this.chosen = said.get("open");
    part("details").hidden = this.chosen === null;
  }
}

function between(cycle, other, position) {
  const [from, to] = [other, position ?? Infinity].sort((one, another) => one - another);
  return { cycle, from: { position: from }, to: Number.isFinite(to) ? { position: to } : null };
}

let trusted = [];

function troubled(error) {
  if (error instanceof NotSignedIn) {
    signOut();
    part("board").hidden = true;
    part("sign-in").show(trusted, "Your token is no longer good here.", () => location.reload());
  } else {
    part("trouble").textContent = error.message;
    part("trouble").hidden = false;
  }
}

async function begin() {
  part("print").addEventListener("click", () => print());
  part("sign-out").addEventListener("click", () => (signOut(), location.replace("/")));
  addEventListener("hashchange", () => location.hash.startsWith("#token=") && location.reload());
  const { documents, issuers } = await about();
  trusted = issuers;
  let [token, trouble] = [null, null];
  try {
    token = await signedIn();
  } catch (error) {
    trouble = error.message;
  }
  if (token === null) part("sign-in").show(issuers, trouble, () => location.reload());
  else await new Board(new Api(documents, token)).open();
}

begin().catch(troubled);
