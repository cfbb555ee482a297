/** What stands beside the tree: one objective or key result, opened. */

import { curve } from "./curve.js";
import { make, tell } from "./element.js";
import { form } from "./form.js";
import { ring } from "./ring.js";
import { why } from "./why.js";
import { aim, day, measured, moment, number, share, word } from "./words.js";

const COMMENTS = ["REMARK", "IDEA", "CONCERN", "QUESTION"];
const STATUSES = ["ON_TRACK", "AT_RISK", "OFF_TRACK"];
const CATEGORIES = ["NEW_INFORMATION", "MARKET_CHANGE", "CAPACITY_CHANGE", "DEPENDENCY", "CORRECTION", "OTHER"];
const MOVABLE = ["INCREASE", "DECREASE", "AT_LEAST", "AT_MOST"];

export class Details extends HTMLElement {
  /**
   * `node` as the API answered it; `acts` are its commands by name, null where the past is shown:
   * nothing is done there.
   */
  show(node, cycle, acts) {
    this.hidden = false;
    this.dataset.id = node.id;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", node.title);
    const close = make("button", { type: "button", class: "close", onclick: () => tell(this, "chosen", null) }, "Close");
    const parts = node.metric ? this.#keyResult(node, cycle, acts) : this.#objective(node, acts);
    this.replaceChildren(close, make("h2", {}, node.title), ...parts.filter(Boolean));
  }

  /** Whether a form on this node is being filled in: a fact that happens must not take it away. */
  isBusyWith(id) {
    return !this.hidden && this.dataset.id === id && [...this.querySelectorAll("input, textarea")].some((each) => each.value !== each.defaultValue);
  }

  #keyResult(node, cycle, acts) {
    return [
      standing(node, measured(node.current, node.metric.unit), `${aim(node.metric)} by ${day(node.deadline)}`),
      curve(node, cycle),
      why(node.progress),
      contributions(node),
      acts && node.permissions.recordCheckIn ? checkInForm(node, acts) : null,
      acts && node.permissions.revise ? reviseForm(node, acts) : null,
      checkIns(node),
      revisions(node, ({ before, after }) => `${aim(before)} became ${aim(after)}`),
      comments(node, "keyResultId", acts),
    ];
  }

  #objective(node, acts) {
    return [
      standing(node, node.owner.name, `${word(node.state)}, by ${day(node.deadline)}, ${word(node.origin)}`),
      node.description ? make("p", {}, node.description) : null,
      node.purpose ? make("p", {}, node.purpose) : null,
      why(node.progress),
      people("Contribute", node.contributors.nodes),
      people("Collaborate", node.collaborators.nodes),
      revisions(node, ({ before, after }) => (before.title === after.title ? "" : `“${before.title}” became “${after.title}”`)),
      comments(node, "objectiveId", acts),
    ];
  }
}

function standing(node, now, aimed) {
  const { expected, verdict, because } = node.pace;
  const pace = expected === null ? because : `${share(expected)} expected by now${verdict ? `: ${word(verdict)}` : ""}`;
  return make("div", { class: "standing" }, ring(node.progress, node.pace),
    make("p", {}, make("strong", {}, now), make("br"), aimed, make("br"), pace ?? ""));
}

function listed(title, items) {
  if (!items.length) return null;
  return make("section", {}, make("h3", {}, title), make("ul", { class: "plain" }, ...items.map((each) => make("li", {}, ...each))));
}

function people(title, nodes) {
  return nodes.length ? listed(title, [[nodes.map(({ name }) => name).join(", ")]]) : null;
}

function contributions({ contributions: { nodes }, metric }) {
  return listed("Contributions", nodes.map(({ person, target, current, share: part }) => [
    make("strong", {}, person.name), ` ${number(current)} of ${measured(target, metric.unit)}`,
    part === null ? "" : `, ${share(part)} of all`,
  ]));
}

function checkIns({ checkIns: { nodes }, metric }) {
  return listed("Check-ins", nodes.toReversed().map((each) => [
    make("strong", {}, each.value === null ? "no change" : measured(each.value, metric.unit)),
    ` ${day(each.occurredOn)}, ${each.author?.name ?? each.machine?.name ?? ""}`,
    each.status ? `, ${word(each.status)}` : "", each.retracted ? ", retracted" : "",
    each.note ? make("q", {}, each.note) : "",
  ]));
}

function revisions(node, change) {
  return listed("Revisions", node.revisions.map((each) => [
    make("strong", {}, change(each)), ` ${moment(each.recordedAt)}, ${each.author?.name ?? ""}`,
    each.reason ? make("q", {}, each.reason) : "",
  ]));
}

function comments(node, about, acts) {
  const said = listed("Comments", node.comments.nodes.filter(({ withdrawn }) => !withdrawn).map((each) => [
    make("strong", {}, each.author.name), ` ${word(each.kind)}, ${moment(each.recordedAt)}`, make("q", {}, each.text),
  ]));
  const write = acts ? form({
    title: "Comment",
    fields: [
      { name: "text", label: "Comment", type: "textarea", required: true },
      { name: "kind", label: "Kind", options: COMMENTS.map((each) => [each, word(each)]) },
    ],
    send: (said) => acts.command("add_comment", { ...said, [about]: node.id }, false),
    done: acts.done,
  }) : null;
  return make("div", {}, said, write);
}

function checkInForm(node, acts) {
  return form({
    title: "Check in",
    fields: [
      { name: "value", label: `Value${node.metric.unit ? ` in ${node.metric.unit}` : ""}` },
      { name: "confidence", label: "Confidence, 0 to 1" },
      { name: "status", label: "Status", options: [["", "as it is"], ...STATUSES.map((each) => [each, word(each)])] },
      { name: "note", label: "Note", type: "textarea" },
    ],
    send: (said, dryRun) => acts.command("record_check_in", { ...said, keyResultId: node.id }, dryRun),
    previewed: ({ checkIn }) => acts.previewed(checkIn.keyResult.objective.cycle.objectives.nodes),
    done: acts.done,
  });
}

function reviseForm(node, acts) {
  const target = MOVABLE.includes(node.metric.kind) && !node.metric.milestones.length;
  return form({
    title: "Revise",
    fields: [
      { name: "title", label: "Title", value: node.title, required: true },
      ...(target ? [{ name: "target", label: "Target", value: node.metric.target }] : []),
      { name: "category", label: "Because of", options: CATEGORIES.map((each) => [each, word(each)]) },
      { name: "reason", label: "Reason", type: "textarea", required: true },
    ],
    send: (said, dryRun) => acts.command("revise_key_result", revision(node, said), dryRun),
    previewed: ({ keyResult }) => acts.previewed(keyResult.objective.cycle.objectives.nodes),
    done: acts.done,
  });
}

// A metric is stated as a whole: what is not changed is said again.
function revision(node, { title, target, ...said }) {
  const { milestones, ...metric } = node.metric;
  const input = { ...said, keyResultId: node.id };
  if (title !== node.title) input.title = title;
  if (target !== undefined && target !== node.metric.target) input.metric = { ...metric, target };
  return input;
}

customElements.define("okr-details", Details);
