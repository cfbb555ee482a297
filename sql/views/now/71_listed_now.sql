-- What the lists in one command name, for one actor; nothing where it has none.
create function listed_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| array['participant_ids', 'votes', 'decisions', 'follow_ups'] then jsonb_build_object(
  'people', (
    select coalesce(jsonb_agg(n.noun), '[]')
    from (
      select p.id from named_in(said, '$.participant_ids[*]') p (id)
      union
      select v.id from named_in(said, '$.votes[*].person_id') v (id)
    ) i
    cross join lateral (select person_now(listed_now.org_id, i.id) as noun) n
    where n.noun is not null
  ),
  'later_cycles', (
    select coalesce(jsonb_agg(n.noun), '[]')
    from named_in(said, '$.follow_ups[*].for_cycle_id') i (id)
    cross join lateral (select cycle_now(listed_now.org_id, i.id) as noun) n
    where n.noun is not null
  ),
  'objectives', (
    select coalesce(jsonb_agg(n.noun), '[]')
    from named_in(said, '$.decisions[*].keyvalue() ? (@.key like_regex "objective_id$").value') i (id)
    cross join lateral (select objective_now(listed_now.org_id, listed_now.actor, i.id) as noun) n
    where n.noun is not null
  ),
  'key_results', (
    select coalesce(jsonb_agg(n.noun), '[]')
    from named_in(said, '$.decisions[*].keyvalue() ? (@.key like_regex "key_result_id$").value') i (id)
    cross join lateral (select key_result_now(listed_now.org_id, listed_now.actor, i.id) as noun) n
    where n.noun is not null
  )
) else '{}' end;
