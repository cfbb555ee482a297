-- A report as readings take it: the day it was true, its place within the day, and the value.
create type report as (
  occurred_on date,
  place bigint,
  value numeric
);
