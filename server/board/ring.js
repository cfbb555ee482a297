/** How far something is, as a ring; a notch stands where it should be by now. */

import { draw, make } from "./element.js";
import { share } from "./words.js";

const AROUND = 100; // pathLength: the circle counts in percent

/** `progress` and `pace` as the API gives them; `pace` may be absent. */
export function ring(progress, pace) {
  const { value } = progress;
  const said = [value === null ? "progress unknown" : share(value)];
  if (pace?.expected) said.push(`${share(pace.expected)} expected`);
  const circle = { cx: 18, cy: 18, r: 15, pathLength: AROUND };
  const picture = draw("svg", { viewBox: "0 0 36 36", role: "img", "aria-label": said.join(", ") },
    draw("circle", { ...circle, class: "ring-whole" }),
    value === null ? null : draw("circle", {
      ...circle, class: "ring-done", "stroke-dasharray": `${Number(value) * AROUND} ${AROUND}`,
    }),
    pace?.expected ? notch(Number(pace.expected)) : null,
    draw("text", { x: 18, y: 18, "aria-hidden": "true" }, value === null ? "?" : share(value)),
  );
  return make("span", { class: `ring ${(pace?.verdict ?? "unknown").toLowerCase()}` }, picture);
}

function notch(expected) {
  const angle = expected * 2 * Math.PI - Math.PI / 2;
  const at = (radius) => [18 + radius * Math.cos(angle), 18 + radius * Math.sin(angle)];
  const [[x1, y1], [x2, y2]] = [at(12), at(18)];
  return draw("line", { x1, y1, x2, y2, class: "ring-expected" });
}
