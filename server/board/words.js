/** Numbers, days and closed lists as people read them. */

const PLAIN = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const SHARE = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });

/** A decimal of the API; an en dash where it is not known. */
export const number = (decimal) => (decimal === null ? "–" : PLAIN.format(Number(decimal)));

/** 0 to 1 as percent. */
export const share = (decimal) => (decimal === null ? "–" : SHARE.format(Number(decimal)));

/** A moment, in the reader's own time zone. */
export const moment = (recordedAt) => MOMENT.format(new Date(recordedAt));

/** A day of the organization's calendar. */
export const day = (date) => DAY.format(new Date(`${date}T00:00:00Z`));

/** `ON_TRACK` as "on track". */
export const word = (term) => term.toLowerCase().replaceAll("_", " ");

/** `KeyResultRevised` as "key result revised". */
export const fact = (type) => word(type.replace(/(?<=[a-z])(?=[A-Z])/g, "_"));

/** A value with its unit. */
export const measured = (decimal, unit) =>
  decimal !== null && unit ? `${number(decimal)} ${unit}` : number(decimal);

/** Where a key result comes from and is to go. */
export function aim({ kind, unit, baseline, target, lower, upper }) {
  if (kind === "WITHIN") return `within ${number(lower)} and ${measured(upper, unit)}`;
  if (target === null) return word(kind);
  const from = baseline === null ? "" : `${number(baseline)} → `;
  return `${from}${measured(target, unit)}`;
}
