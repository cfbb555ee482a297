/** A key result over time: what was reported, what was expected, and each target it has had. */

import { draw, make } from "./element.js";
import { day, measured, number } from "./words.js";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [520, 220, 52, 12, 12, 28];
const days = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The days at which the API is asked what it expects, evenly from the first to the last. */
export function daysBetween(startsOn, endsOn, parts = 8) {
  const [first, last] = [days(startsOn), days(endsOn)];
  const at = (part) => new Date(Math.round(first + ((last - first) * part) / parts) * 86_400_000);
  return Array.from({ length: parts + 1 }, (_, part) => at(part).toISOString().slice(0, 10));
}

/** A figure with its legend, and the same as a table. */
export function curve(keyResult, cycle) {
  const lines = {
    reported: keyResult.values.nodes.map(({ on, current }) => [on, current]),
    expected: expectations(keyResult),
    target: targets(keyResult, cycle),
  };
  for (const name of Object.keys(lines)) {
    lines[name] = lines[name].filter(([, value]) => value !== null).map(([on, value]) => [on, Number(value)]);
  }
  const known = Object.values(lines).flat();
  if (!lines.reported.length && !lines.expected.length) return make("p", {}, "Nothing is measured in time.");
  const to = scale(known, cycle);
  const unit = keyResult.metric.unit;
  return make("figure", { class: "curve" },
    draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": spoken(lines, unit) },
      ...axes(to, cycle), now(to, keyResult.pace.on, cycle),
      draw("path", { class: "line expected", d: path(lines.expected, to) }),
      draw("path", { class: "line target", d: steps(lines.target, to) }),
      draw("path", { class: "line reported", d: steps(untilToday(lines.reported, keyResult.pace.on), to) }),
      ...lines.reported.map(([on, value]) => draw("circle", { class: "dot", cx: to.x(on), cy: to.y(value), r: 3 })),
    ),
    make("figcaption", {},
      ...Object.keys(lines).map((name) => make("span", { class: `legend ${name}` }, name))),
    make("details", {}, make("summary", {}, "As a table"), table(lines, unit)),
  );
}

function expectations(keyResult) {
  return Object.keys(keyResult)
    .filter((name) => /^expected\d$/.test(name))
    .map((name) => [keyResult[name].on, keyResult[name].value]);
}

// What a target was until a revision is what the revision says of before.
function targets({ metric, revisions }, { startsOn, endsOn }) {
  const changed = [...revisions]
    .filter(({ before, after }) => before.target !== after.target)
    .sort((one, other) => one.recordedAt.localeCompare(other.recordedAt));
  const first = changed.length ? changed[0].before.target : metric.target;
  const later = changed.map(({ recordedAt, after }) => [recordedAt.slice(0, 10), after.target]);
  return [[startsOn, first], ...later, [endsOn, metric.target]];
}

function scale(known, { startsOn, endsOn }) {
  const values = known.map(([, value]) => value);
  const moments = [startsOn, endsOn, ...known.map(([on]) => on)].map(days);
  const span = (numbers) => [Math.min(...numbers), Math.max(...numbers)];
  const [[from, until], [low, high]] = [span(moments), span(values)];
  const part = (value, first, last) => (last === first ? 0.5 : (value - first) / (last - first));
  return {
    low, high,
    x: (on) => LEFT + part(days(on), from, until) * (WIDTH - LEFT - RIGHT),
    y: (value) => HEIGHT - BOTTOM - part(value, low, high) * (HEIGHT - TOP - BOTTOM),
  };
}

function axes(to, { startsOn, endsOn }) {
  const label = (text, x, y, anchor) => draw("text", { x, y, "text-anchor": anchor }, text);
  return [
    draw("line", { class: "axis", x1: LEFT, x2: WIDTH - RIGHT, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM }),
    label(number(to.high), LEFT - 6, TOP + 8, "end"),
    label(number(to.low), LEFT - 6, HEIGHT - BOTTOM, "end"),
    label(day(startsOn), LEFT, HEIGHT - 8, "start"),
    label(day(endsOn), WIDTH - RIGHT, HEIGHT - 8, "end"),
  ];
}

function now(to, today, { startsOn, endsOn }) {
  if (today < startsOn || today > endsOn) return null;
  return draw("line", { class: "today", x1: to.x(today), x2: to.x(today), y1: TOP, y2: HEIGHT - BOTTOM });
}

function path(points, to) {
  return points.map(([on, value], at) => `${at ? "L" : "M"}${to.x(on)} ${to.y(value)}`).join("");
}

// A report stands until the next one: nothing is known of the days between.
function steps(points, to) {
  return points.map(([on, value], at) => `${at ? `H${to.x(on)}V` : `M${to.x(on)} `}${to.y(value)}`).join("");
}

function untilToday(line, today) {
  return line.length && line.at(-1)[0] < today ? [...line, [today, line.at(-1)[1]]] : line;
}

function spoken({ reported, expected, target }, unit) {
  const last = (line) => (line.length ? measured(line.at(-1)[1], unit) : "unknown");
  return `${reported.length} reports, the last ${last(reported)}; target ${last(target)}, expected in the end ${last(expected)}`;
}

function table(lines, unit) {
  const rows = Object.entries(lines).flatMap(([name, line]) => line.map(([on, value]) => [on, name, value]));
  rows.sort(([one], [other]) => one.localeCompare(other));
  return make("table", {},
    make("tr", {}, ...["day", "what", "value"].map((each) => make("th", { scope: "col" }, each))),
    ...rows.map(([on, name, value]) => make("tr", {},
      make("td", {}, day(on)), make("td", {}, name), make("td", {}, measured(value, unit)))),
  );
}
