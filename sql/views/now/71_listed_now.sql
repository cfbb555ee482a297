-- What the lists in one command name, for one actor; nothing where it has none.
create function listed_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| array[
  'participant_ids', 'votes', 'decisions', 'follow_ups', 'merged_request_ids', 'sprint_ids', 'objective_ids'
] then jsonb_build_object(
  'requests', (
    select coalesce(jsonb_agg(to_jsonb(q) - '{proposal}'::text[]), '[]')
    from named_in(said, '$.merged_request_ids[*]') i (id)
    join request q on q.org_id = listed_now.org_id and q.id = i.id
    where sees(q.org_id, listed_now.actor, q.objective_id, q.visibility)
  ),
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
    from (
      select d.id from named_in(said, '$.decisions[*].keyvalue() ? (@.key like_regex "objective_id$").value') d (id)
      union
      select s.id from named_in(said, '$.objective_ids[*]') s (id)
    ) i
    cross join lateral (select objective_now(listed_now.org_id, listed_now.actor, i.id) as noun) n
    where n.noun is not null
  ),
  'work_items', (
    select coalesce(jsonb_agg(to_jsonb(w) || jsonb_build_object(
      'objective', objective_now(w.org_id, listed_now.actor, w.objective_id),
      'key_result', key_result_now(w.org_id, listed_now.actor, w.key_result_id)
    )), '[]')
    from (
      select s.id from named_in(said, '$.sprint_ids[*]') s (id)
      union
      select d.id from named_in(said, '$.decisions[*].work_item_id') d (id)
    ) i
    join work_item w on w.org_id = listed_now.org_id and w.id = i.id
    where sees(w.org_id, listed_now.actor, w.objective_id, w.visibility)
  ),
  'key_results', (
    select coalesce(jsonb_agg(n.noun), '[]')
    from named_in(said, '$.decisions[*].keyvalue() ? (@.key like_regex "key_result_id$").value') i (id)
    cross join lateral (select key_result_now(listed_now.org_id, listed_now.actor, i.id) as noun) n
    where n.noun is not null
  )
) else '{}' end;
