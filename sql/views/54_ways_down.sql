-- What leads to something directly, as far as somebody sees it: the way up the other way round, down to parts and steps.
create function ways_down(org_id uuid, viewer uuid, id uuid) returns table (
  node_id uuid, alignment_id uuid, roll_up text, since bigint
)
language sql stable
begin atomic
  with below (id) as (
    select a.objective_id from alignments a
    where a.org_id = ways_down.org_id and ways_down.id in (a.to_objective_id, a.to_key_result_id)
    union all
    select k.id from key_results k
    where k.org_id = ways_down.org_id and ways_down.id in (k.objective_id, k.part_of_id)
    union all
    select c.id from contributions c where c.org_id = ways_down.org_id and c.key_result_id = ways_down.id
    union all
    select m.id from milestones m where m.org_id = ways_down.org_id and m.key_result_id = ways_down.id
  )
  select b.id, u.alignment_id, u.roll_up, u.since
  from below b
  cross join lateral ways_up(ways_down.org_id, ways_down.viewer, b.id) u
  where u.node_id = ways_down.id;
end;
