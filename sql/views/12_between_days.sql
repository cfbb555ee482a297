-- Where something stands on a day that goes from one value to another, equally far each day.
create function between_days(
  first_value numeric, last_value numeric, first_day date, last_day date, on_day date
) returns numeric
language sql immutable
return case
  when on_day >= last_day then last_value
  when on_day <= first_day then first_value
  else round(first_value, 12) + quotient((on_day - first_day) * (last_value - first_value), last_day - first_day)
end;
