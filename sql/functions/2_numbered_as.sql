-- What a formula makes of the values that a programme number counts, which come in their order: their mean, which is a
-- share where each is 1 or 0, or the one in the middle.
create function numbered_as(formula text, known numeric[]) returns numeric
language sql immutable
return case
  when formula = 'median/1' then quotient(
    known[(cardinality(known) + 1) / 2] + known[cardinality(known) / 2 + 1], 2
  )
  else quotient((select sum(v) from unnest(known) v), cardinality(known))
end;
