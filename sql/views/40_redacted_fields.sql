-- Which words of an objective were redacted, as far as nothing else was stated in their place by then.
create function redacted_fields(org_id uuid, objective_id uuid) returns text[]
language sql stable
begin atomic
  select coalesce(array_agg(s.name order by s.name) filter (where s.gone), '{}')
  from (
    select distinct on (k.name) k.name, p.position is not null as gone
    from reading r
    join log.event e on e.org_id = r.org_id and e.position <= r.position
    cross join unnest(array[
      'title', 'description', 'strategy', 'verb', 'what', 'purpose', 'mission_statement', 'why_important',
      'customer_value', 'business_value', 'bigger_picture', 'discipline', 'source'
    ]) k (name)
    left join log.private p
      on p.org_id = e.org_id and p.position = e.position and p.salt is null and p.field in (k.name, 'changes.' || k.name)
    where r.org_id = redacted_fields.org_id and e.stream_id = redacted_fields.objective_id
      and e.type in ('ObjectiveCreated', 'ObjectiveEdited')
      and (
        e.body::jsonb -> 'private' ?| array[k.name, 'changes.' || k.name]
        or e.body::jsonb ? k.name
        or e.body::jsonb -> 'changes' ? k.name
      )
    order by k.name, e.position desc
  ) s;
end;
