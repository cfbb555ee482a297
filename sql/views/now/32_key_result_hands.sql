-- Which hands somebody has in key results today. Those who report on the whole have them in `whole`, which is empty
-- where each member of a team reports for themselves; `free` is empty where only who leads the team gives out parts.
create function key_result_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], whole text[], free text[]
)
language sql stable
begin atomic
  select
    key_result_hands.org_id, k.id, a.hands,
    case when r.per_person is null then a.hands else '{}' end,
    case when coalesce(t.contributing, 'MEMBER') = 'MEMBER' then a.hands else '{}' end
  from unnest(keys) k (id)
  left join commanding p on p.org_id = key_result_hands.org_id and p.id = viewer
  left join key_results r on r.org_id = key_result_hands.org_id and r.id = k.id
  left join objectives o on o.org_id = r.org_id and o.id = r.objective_id
  left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
  join lateral objective_hands(key_result_hands.org_id, viewer, array[r.objective_id]) h on true
  cross join lateral (
    select
      bool_or(true) as taken,
      bool_or(c.person_id = p.id) as mine
    from contributions c
    where c.org_id = r.org_id and c.key_result_id = r.id and not c.released
  ) c
  cross join lateral (
    select h.hands || array_remove(array[
      case when r.owner_person_id = p.id then 'KEY_RESULT_OWNER' end,
      case when c.mine then 'CONTRIBUTOR' end,
      case when r.per_person is not null and 'COLLABORATOR' = any (h.hands) then 'EACH' end,
      case when r.owner_person_id is null and c.taken is null and r.per_person is null
        and 'COLLABORATOR' = any (h.hands) then 'STAND_IN' end
    ], null)
  ) a (hands);
end;
