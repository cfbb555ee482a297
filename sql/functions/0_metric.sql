-- How something is measured, as far as arithmetic needs to know.
create type metric as (
  kind text,
  baseline numeric,
  target numeric,
  lower numeric,
  upper numeric,
  strict boolean,
  change_percent numeric,
  change_by numeric,
  by date
);
