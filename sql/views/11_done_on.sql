-- Since when a key result is reported as done, by all reports or by those up to a place on a day; null where it is not.
create function done_on(
  org_id uuid, key_result_id uuid, through_day date default 'infinity', through_place bigint default 9223372036854775807
) returns date
language sql stable
begin atomic
  with counting as (
    select r.occurred_on, r.place, r.value
    from reports_of(done_on.org_id, done_on.key_result_id, null, done_on.through_day, done_on.through_place) r
  )
  select min(d.occurred_on)
  from counting d
  where d.value = 1 and not exists (
    select from counting u where u.value = 0 and (u.occurred_on, u.place) > (d.occurred_on, d.place)
  );
end;
