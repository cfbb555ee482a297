-- Since when a key result is reported as done; null where it is not.
create function done_on(org_id uuid, key_result_id uuid) returns date
language sql stable
begin atomic
  with counting as (
    select c.occurred_on, c.place, c.value
    from check_ins c
    where c.org_id = done_on.org_id and c.key_result_id = done_on.key_result_id
      and c.contribution_id is null and c.corrected_by_id is null and not c.retracted and c.value is not null
  )
  select min(d.occurred_on)
  from counting d
  where d.value = 1 and not exists (
    select from counting u where u.value = 0 and (u.occurred_on, u.place) > (d.occurred_on, d.place)
  );
end;
