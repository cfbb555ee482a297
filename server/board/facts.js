/** The live line of facts. */

import { make } from "./element.js";
import { fact, moment } from "./words.js";

const MOST = 40;

export class Facts extends HTMLElement {
  connectedCallback() {
    this.list = make("ol");
    this.replaceChildren(make("div", { role: "log", "aria-labelledby": "facts-title", tabindex: 0 }, this.list));
  }

  /** One more, on top. */
  add(node) {
    const about = node.keyResult?.title ?? node.objective?.title ?? "";
    const said = node.note ?? node.reason ?? node.text ?? "";
    this.list.prepend(make("li", { "data-position": node.position },
      make("strong", {}, fact(node.__typename)), about ? ` ${about}` : "",
      node.value !== undefined && node.value !== null ? `: ${node.value}` : "",
      said ? make("q", {}, said) : null,
      make("small", {}, `${node.actor?.name ?? node.machine?.name ?? ""} ${moment(node.recordedAt)}`)));
    while (this.list.children.length > MOST) this.list.lastChild.remove();
  }
}

customElements.define("okr-facts", Facts);
