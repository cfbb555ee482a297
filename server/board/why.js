/** Why a number is what it is: the explanation that the API gives, drawn. */

import { make } from "./element.js";
import { number, share, word } from "./words.js";

const SHARES = ["MEAN", "SUM", "MINIMUM", "ALL", "PART", "COMPONENT"]; // the others are in a unit

/** What went into a progress, each as wide as it weighs and as full as it is. */
export function why(progress) {
  const counted = progress.inputs.filter((each) => each.counted);
  const whole = counted.reduce((sum, each) => sum + Number(each.weight), 0) || 1;
  return make("section", { class: "why", "aria-label": "Why this number" },
    make("h3", {}, "Why this number"),
    make("p", {},
      `${share(progress.value)} by `, make("code", {}, progress.formula),
      progress.raw !== null && progress.raw !== progress.value ? ` from ${share(progress.raw)}` : "",
      ", since fact ", make("code", {}, String(progress.causedBy)), "."),
    progress.because ? make("p", {}, progress.because) : null,
    progress.inputs.length ? make("ul", {}, ...progress.inputs.map((each) => input(each, whole))) : null,
  );
}

function input({ role, label, value, weight, counted, because, node }, whole) {
  const name = node?.title ?? node?.person?.name ?? label ?? (node?.occurredOn ? `report of ${node.occurredOn}` : word(role));
  const part = Number(weight) / whole;
  const bar = make("span", { class: "bar", "aria-hidden": "true" }, make("span", { class: "full" }));
  bar.style.setProperty("--wide", `${part * 100}%`);
  bar.style.setProperty("--full", `${Math.max(0, Math.min(1, Number(value ?? 0))) * 100}%`);
  return make("li", { class: counted ? "counted" : "not-counted" },
    make("span", { class: "name" }, name),
    make("span", { class: "about" }, `${word(role)}, ${counted ? `${number(value)} × ${number(weight)}` : because ?? "not counted"}`),
    counted && SHARES.includes(role) ? bar : null,
  );
}
