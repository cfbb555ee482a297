/** The numbers of the programme for the cycle, as small plots: the value, and where it should be. */

import { draw, make } from "./element.js";
import { number, share, word } from "./words.js";

const WIDTH = 120;

export class Numbers extends HTMLElement {
  /** Programme numbers as the API gives them. */
  show(numbers) {
    this.replaceChildren(make("dl", {}, ...numbers.flatMap(line)));
  }
}

function line(each) {
  const { code, meaning, numerator, denominator, value, because, aimFrom, aimTo } = each;
  const isShare = each.formula.startsWith("share/");
  const shown = value === null ? because ?? "–" : isShare ? share(value) : number(value);
  const counted = numerator === null || denominator === null ? "" : `${number(numerator)} of ${denominator}`;
  return [
    make("dt", { title: meaning }, word(code)),
    make("dd", {},
      isShare && value !== null ? plot(Number(value), aimFrom, aimTo) : null,
      make("span", { class: value === null ? "unknown" : "value" }, shown),
      counted && isShare ? make("small", {}, ` ${counted}`) : null),
  ];
}

function plot(value, aimFrom, aimTo) {
  const wide = (part) => Math.max(0, Math.min(1, part)) * WIDTH;
  return draw("svg", { viewBox: `0 0 ${WIDTH} 10`, class: "plot", "aria-hidden": "true" },
    draw("rect", { class: "whole", width: WIDTH, height: 10, rx: 2 }),
    draw("rect", { class: "part", width: wide(value), height: 10, rx: 2 }),
    aimFrom === null ? null : draw("rect", {
      class: "aim", x: wide(Number(aimFrom)), width: wide(Number(aimTo)) - wide(Number(aimFrom)) || 1, y: 7, height: 3,
    }));
}

customElements.define("okr-numbers", Numbers);
