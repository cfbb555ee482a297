-- Where key results and objectives stand, with the rule that made the numbers and the fact that caused them.
-- `own` is an objective's part that passes up along SUM edges.
create table progress (
  like versioned including all,
  current numeric,
  raw numeric,
  value numeric,
  own numeric,
  formula text not null,
  caused_by bigint not null
);
