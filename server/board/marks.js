/** What differs between two boards, by the id of the objective or key result. */

import { number, share, word } from "./words.js";

/** Between two moments, as the API compares them. */
export function betweenMoments({ objectives, keyResults }) {
  const marks = new Map();
  for (const each of [...objectives, ...keyResults]) {
    const said = [each.change === "MOVED" ? null : word(each.change), ...each.fields.map(word)];
    marks.set(each.nounId, { change: each.change, text: [...said.filter(Boolean), moves(each)].join(" ") });
  }
  return marks;
}

/** Between what is and what would be, as a dry run answers it. */
export function ifDone(objectives, would) {
  const marks = new Map();
  const after = new Map(would.flatMap((each) => [each, ...each.keyResults]).map((each) => [each.id, each]));
  for (const each of objectives.flatMap((objective) => [objective, ...objective.keyResults])) {
    const other = after.get(each.id);
    if (!other || other.progress.value === each.progress.value) continue;
    const text = moves({ progressBefore: each.progress.value, progressAfter: other.progress.value });
    marks.set(each.id, { change: "PREVIEW", text: `would be: ${text}` });
  }
  return marks;
}

function moves({ progressBefore, progressAfter, metricBefore, metricAfter }) {
  const aim = metricBefore && metricAfter && metricBefore.target !== metricAfter.target
    ? `target ${number(metricBefore.target)} → ${number(metricAfter.target)}; ` : "";
  if (progressBefore === progressAfter) return aim;
  return `${aim}${share(progressBefore)} → ${share(progressAfter)}`;
}
