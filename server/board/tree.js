/** The objectives of a cycle, from the company to the person, each below what it supports. */

import { make, tell } from "./element.js";
import { keyResultRow, objectiveRow } from "./rows.js";

const OPEN_AT_FIRST = 60; // with more of them only the uppermost are open

export class Tree extends HTMLElement {
  #items = new Map();
  #open = new Map();
  #shape = "";
  #chosen = null;

  connectedCallback() {
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("click", (event) => this.#click(event));
  }

  /** Objectives as the API gives them; marks say by id what differs or would differ. */
  show(objectives, marks = new Map()) {
    const below = children(objectives);
    const shape = JSON.stringify(
      [...below].map(([id, each]) => [id, each.map(({ id, keyResults }) => [id, keyResults.map((one) => one.id)])]),
    );
    if (shape !== this.#shape) {
      const focused = this.contains(document.activeElement) ? this.#current()?.dataset.id : null;
      this.#items.clear();
      const few = objectives.length <= OPEN_AT_FIRST;
      this.replaceChildren(this.#list(below.get(null) ?? [], below, 1, few));
      this.#shape = shape;
      this.#enter(this.#items.get(focused)?.element ?? this.querySelector("[role=treeitem]"), focused);
    }
    for (const each of objectives) this.#renew(each, marks);
  }

  /** Which one is opened beside the tree. */
  choose(id) {
    this.#chosen = id;
    for (const [each, { element }] of this.#items) {
      element.setAttribute("aria-selected", each === id);
    }
  }

  #list(objectives, below, level, few) {
    const list = make("ul", { role: level === 1 ? "tree" : "group" });
    if (level === 1) list.setAttribute("aria-labelledby", "objectives-title");
    for (const each of objectives) list.append(this.#item(each, below, level, few));
    return list;
  }

  #item(objective, below, level, few) {
    const supporters = below.get(objective.id) ?? [];
    const parts = supporters.length + objective.keyResults.length;
    const open = this.#open.get(objective.id) ?? (few || level === 1);
    const line = this.#add(objective, level, objectiveRow, parts ? open : null);
    if (parts) {
      const inner = make("ul", { role: "group" });
      inner.append(...objective.keyResults.map((each) => this.#add(each, level + 1, keyResultRow)));
      inner.append(...supporters.map((each) => this.#item(each, below, level + 1, few)));
      line.append(inner);
    }
    return line;
  }

  // The item is the line alone, so that its name is what is read there and nothing of what is below.
  #add(node, level, row, open = null) {
    const element = make("div", {
      role: "treeitem", tabindex: -1, class: "row", "data-id": node.id, "aria-level": level,
      "aria-expanded": open === null ? null : String(open),
      "aria-selected": String(node.id === this.#chosen),
    });
    this.#items.set(node.id, { node, element, row, text: null });
    return make("li", { role: "none" }, element);
  }

  #renew(objective, marks) {
    for (const node of [objective, ...objective.keyResults]) {
      const item = this.#items.get(node.id);
      if (item) this.#fill(Object.assign(item, { node }), marks);
    }
  }

  // Only what differs is drawn again: of a thousand rows a fact moves a handful.
  #fill(item, marks) {
    const mark = marks.get(item.node.id) ?? null;
    const text = JSON.stringify([item.node, mark]);
    if (text === item.text) return;
    const moved = item.text !== null && mark === null;
    item.text = text;
    item.element.classList.toggle("marked", mark !== null);
    item.element.classList.toggle("moved", moved);
    item.element.replaceChildren(...item.row(item.node, mark));
  }

  #current() {
    return this.querySelector("[role=treeitem][tabindex='0']");
  }

  #enter(element, focus) {
    if (!element) return;
    this.#current()?.setAttribute("tabindex", "-1");
    element.setAttribute("tabindex", "0");
    if (focus) element.focus();
  }

  #expand(element, open) {
    if (!element.hasAttribute("aria-expanded")) return;
    element.setAttribute("aria-expanded", String(open));
    this.#open.set(element.dataset.id, open);
  }

  #click(event) {
    const element = event.target.closest("[role=treeitem]");
    if (!element) return;
    this.#enter(element, true);
    if (event.target.closest(".twist")) this.#expand(element, element.ariaExpanded !== "true");
    else tell(this, "chosen", element.dataset.id);
  }

  #key(event) {
    const element = event.target.closest("[role=treeitem]");
    const all = [...this.querySelectorAll("[role=treeitem]")].filter((each) => each.checkVisibility());
    const at = all.indexOf(element);
    const open = element?.ariaExpanded;
    const acts = {
      ArrowDown: () => this.#enter(all[at + 1], true),
      ArrowUp: () => this.#enter(all[at - 1], true),
      Home: () => this.#enter(all[0], true),
      End: () => this.#enter(all.at(-1), true),
      ArrowRight: () => (open === "true" ? this.#enter(all[at + 1], true) : this.#expand(element, true)),
      ArrowLeft: () => (open === "true" ? this.#expand(element, false)
        : this.#enter(element.closest("[role=group]")?.previousElementSibling, true)),
      Enter: () => tell(this, "chosen", element.dataset.id),
      " ": () => tell(this, "chosen", element.dataset.id),
    };
    if (!element || !acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }
}

/** By the id of an objective those that support it; under null those that support none here. */
function children(objectives) {
  const here = new Set(objectives.map(({ id }) => id));
  const below = new Map();
  for (const objective of objectives) {
    const above = objective.alignments
      .map(({ to }) => to.objective?.id ?? to.id)
      .find((id) => here.has(id) && id !== objective.id) ?? null;
    below.set(above, [...(below.get(above) ?? []), objective]);
  }
  return below;
}

customElements.define("okr-tree", Tree);
