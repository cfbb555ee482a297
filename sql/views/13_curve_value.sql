-- Where something stands on a day that moves along a curve: PHASED by steps, each from its day on; CUSTOM evenly from
-- point to point, beginning at the first value on the first day and ending at the last one on the last, unless points
-- say otherwise.
create function curve_value(
  curve jsonb, first_value numeric, last_value numeric, first_day date, last_day date, on_day date
) returns numeric
language sql immutable
begin atomic
  with stated as (
    select (p.value ->> 'on')::date as day, (p.value ->> 'value')::numeric as value
    from jsonb_array_elements(curve -> 'points') p
  ),
  points as (
    select s.day, s.value from stated s
    union all
    select first_day, first_value
    where first_value is not null and not exists (select from stated s where s.day <= first_day)
    union all
    select last_day, last_value
    where curve ->> 'kind' = 'CUSTOM' and last_value is not null
      and not exists (select from stated s where s.day >= last_day)
  ),
  behind as (select p.day, p.value from points p where p.day <= on_day order by p.day desc limit 1),
  ahead as (select p.day, p.value from points p where p.day > on_day order by p.day limit 1)
  select case
    when curve ->> 'kind' = 'CUSTOM' and a.day is not null then between_days(b.value, a.value, b.day, a.day, on_day)
    else round(b.value, 12)
  end
  from behind b
  left join ahead a on true;
end;
