/** What stands in a line of the tree, as children of its element: an objective, or one of its key results. */

import { make } from "./element.js";
import { ring } from "./ring.js";
import { aim, measured, number, word } from "./words.js";

const ENDED = ["CLOSED", "WITHDRAWN", "DRAFT"];

/** The line of an objective. */
export function objectiveRow(objective, mark) {
  const { key, title, owner, confidence, pace, progress, state } = objective;
  const verdict = pace.verdict && state === "ACTIVE" ? badge(pace.verdict) : null;
  return row(mark, ring(progress, pace),
    make("span", { class: "title" }, title),
    make("span", { class: "about" },
      make("span", { class: "key" }, key),
      make("span", {}, objective.levelName ?? word(objective.level)),
      make("span", { class: "owner" }, owner.name),
      verdict,
      ENDED.includes(state) ? badge(state) : null,
      objective.visibility === "PRIVATE" ? badge("PRIVATE") : null,
      confidence === null ? null : make("span", {}, `confidence ${number(confidence)}`),
      objective.score?.agreed ? make("span", {}, `score ${number(objective.score.agreed.value)}`) : null,
      people(objective.contributors, "contributes", "contribute"),
      people(objective.collaborators, "collaborates", "collaborate"),
    ));
}

/** The line of a key result. */
export function keyResultRow(keyResult, mark) {
  const { title, status, confidence, current, metric, state } = keyResult;
  return row(mark, ring(keyResult.progress, keyResult.pace),
    make("span", { class: "title" }, title),
    make("span", { class: "about" },
      make("span", { class: "current" }, measured(current, metric.unit)),
      make("span", {}, aim(metric)),
      status ? badge(status) : null,
      ENDED.includes(state) ? badge(state) : null,
      confidence === null ? null : make("span", {}, `confidence ${number(confidence)}`),
    ));
}

function row(mark, ...parts) {
  return [
    make("span", { class: "twist", "aria-hidden": "true" }),
    ...parts,
    mark ? make("span", { class: `mark ${mark.change.toLowerCase()}` }, mark.text) : "",
  ];
}

function badge(term) {
  return make("span", { class: `badge ${term.toLowerCase()}` }, word(term));
}

function people({ totalCount, nodes }, one, many) {
  if (!totalCount) return null;
  const names = nodes.map(({ name }) => name).join(", ");
  const more = totalCount > nodes.length ? ` and ${totalCount - nodes.length} more` : "";
  return make("span", { class: "people", title: names + more },
    `${totalCount} ${totalCount === 1 ? one : many}`);
}
