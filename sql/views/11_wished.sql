-- How much of what a key result is to bring there is in a value: the more, the better; 0 within bounds.
create function wished(kind text, lower numeric, upper numeric, value numeric) returns numeric
language sql immutable
return case
  when value is null then null
  when kind in ('INCREASE', 'AT_LEAST') then value
  when kind in ('DECREASE', 'AT_MOST') then -value
  when kind = 'WITHIN' then -greatest(lower - value, value - upper, 0)
end;
