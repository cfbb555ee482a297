/** A form for a command: its refusals stand at the fields that they name, a dry run shows what would be. */

import { make } from "./element.js";

let forms = 0;

/**
 * Fields are `{name, label, type?, options?, value?, required?}`. `send(values, dryRun)` answers the
 * payload of the command; `previewed(payload)` and `done(payload)` are called where nothing was refused.
 */
export function form({ title, fields, send, previewed, done }) {
  forms += 1;
  const rows = new Map(fields.map((each) => [each.name, field(each, `form-${forms}-${each.name}`)]));
  const trouble = make("p", { class: "refusal", role: "alert" });
  const act = async (dryRun) => {
    clear(rows, trouble);
    try {
      const payload = await send(values(fields, element), dryRun);
      if (payload.refusals.length) tellRefusals(payload.refusals, rows, trouble);
      else (dryRun ? previewed : done)(payload);
    } catch (error) {
      tellRefusals([misread(error.message)], rows, trouble);
    }
  };
  const element = make("form", {
    novalidate: true, "aria-label": title,
    onsubmit: (event) => (event.preventDefault(), act(false)),
  },
  make("h3", {}, title), ...[...rows.values()].map(({ element: each }) => each), trouble,
  make("p", { class: "buttons" },
    make("button", { type: "submit", class: "primary" }, title),
    previewed ? make("button", { type: "button", onclick: () => act(true) }, "Preview") : null));
  return element;
}

function field({ name, label, type = "text", options, value, required }, id) {
  const about = { id, name, required, "aria-describedby": `${id}-refusal` };
  const input = options
    ? make("select", about, ...options.map(([key, text]) => make("option", { value: key }, text)))
    : type === "textarea" ? make("textarea", about) : make("input", { ...about, type, value });
  const refusal = make("span", { class: "refusal", id: `${id}-refusal` });
  return { input, refusal, element: make("p", { class: "field" }, make("label", { for: id }, label), input, refusal) };
}

// What was left empty was not said, unless it has to be.
function values(fields, element) {
  const said = new FormData(element);
  return Object.fromEntries(
    fields.filter(({ name, required }) => required || said.get(name) !== "").map(({ name }) => [name, said.get(name)]),
  );
}

// What cannot be read at all is no refusal but an error, which names its place: "… at .value: …".
function misread(message) {
  const [, path, reason] = / at \.([\w.]+): (.+)$/.exec(message) ?? [null, "", message];
  return { path: path.split("."), message: reason };
}

function clear(rows, trouble) {
  trouble.textContent = "";
  for (const { input, refusal } of rows.values()) {
    input.removeAttribute("aria-invalid");
    refusal.textContent = "";
  }
}

function tellRefusals(refusals, rows, trouble) {
  const elsewhere = [];
  for (const { message, path } of refusals) {
    const row = rows.get(path.findLast((each) => rows.has(each)));
    if (!row) elsewhere.push(message);
    else {
      row.input.setAttribute("aria-invalid", "true");
      row.refusal.textContent = message;
    }
  }
  trouble.textContent = elsewhere.join(" ");
  [...rows.values()].find(({ input }) => input.ariaInvalid === "true")?.input.focus();
}
