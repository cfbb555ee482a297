-- Where something stood at a position.
create function progress_at(org_id uuid, noun_id uuid, at bigint)
returns table (current numeric, value numeric, caused_by bigint)
language sql stable
begin atomic
  select v.current, v.value, v.caused_by
  from (
    select p.* from progress_versions p
    where p.org_id = progress_at.org_id and p.id = progress_at.noun_id and p.to_position > progress_at.at
    order by p.to_position limit 1
  ) v
  where v.from_position <= progress_at.at;
end;
