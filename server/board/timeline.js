/** The log as a slider: which moment is shown, and with which other one it is compared. */

import { make, tell } from "./element.js";
import { moment } from "./words.js";

const SETTLED = 150; // milliseconds for which the hand rests before the server is asked

export class Timeline extends HTMLElement {
  #head = 1;
  #timer = 0;

  connectedCallback() {
    const slider = (name, label) => make("input", {
      type: "range", min: 1, max: 1, step: 1, name, "aria-label": label, oninput: () => this.#moved(),
    });
    this.at = slider("at", "Shown as it stood at");
    this.against = slider("against", "Compared with");
    this.compared = make("input", { type: "checkbox", onchange: () => this.#compare() });
    this.said = make("output", { class: "moment" });
    this.nowButton = make("button", { type: "button", onclick: () => this.#now() }, "Now");
    this.replaceChildren(
      make("label", { class: "slide" }, make("span", {}, "As of"), this.at), this.said, this.nowButton,
      make("label", {}, this.compared, " Compare with"),
      make("label", { class: "slide" }, make("span", { class: "hidden" }, "Compared with"), this.against));
    this.against.disabled = true;
  }

  /** How long the log is; who looks at now goes on looking at now. */
  grown(head) {
    const now = this.position === null;
    this.#head = head;
    for (const each of [this.at, this.against]) each.max = head;
    if (now) this.at.value = head;
    this.#spoken();
  }

  /** Where to begin, from the address. */
  set(position, against) {
    this.at.value = position ?? this.#head;
    this.compared.checked = against !== null;
    this.against.disabled = against === null;
    if (against !== null) this.against.value = against;
    this.#spoken();
  }

  /** The position that is shown; null is now. */
  get position() {
    return Number(this.at.value) >= this.#head ? null : Number(this.at.value);
  }

  /** The other one; null where nothing is compared. */
  get other() {
    return this.compared.checked ? Number(this.against.value) : null;
  }

  /** When the shown position was recorded. */
  recorded(recordedAt) {
    this.said.textContent = this.position === null ? "now" : recordedAt ? moment(recordedAt) : "the beginning";
    this.at.setAttribute("aria-valuetext", this.said.textContent);
  }

  #spoken() {
    if (this.position !== null) this.said.textContent = `fact ${this.position} of ${this.#head}`;
    this.nowButton.disabled = this.position === null;
    this.against.setAttribute("aria-valuetext", `fact ${this.against.value} of ${this.#head}`);
  }

  #now() {
    this.at.value = this.#head;
    this.#moved();
  }

  #compare() {
    this.against.disabled = !this.compared.checked;
    if (this.compared.checked && this.against.value === "1") {
      this.against.value = Math.round(this.#head * 0.85);
    }
    this.#moved();
  }

  #moved() {
    this.#spoken();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => tell(this, "moved"), SETTLED);
  }
}

customElements.define("okr-timeline", Timeline);
