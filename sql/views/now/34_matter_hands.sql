-- Which hands somebody has in cases, meetings and their steps today, by what these are about: `for_it` an objective, `on_it`
-- a key result, `of_team` a team, `of_cycle` a cycle, `free` nothing. Who opened, planned or owns it has one more in
-- `hands`, who is to do a step in `doing`.
create function matter_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], doing text[], for_it text[], on_it text[], of_team text[], of_cycle text[], free text[]
)
language sql stable
begin atomic
  select
    matter_hands.org_id, n.id,
    coalesce(p.permissions, '{}') || case when p.id in (w.owner_person_id, w.author_id) then array['SELF'] else '{}' end,
    case when s.owner_person_id = p.id then array['SELF'] else '{}' end,
    case when w.objective_id is not null and w.key_result_id is null then o.hands else '{}' end,
    case when w.key_result_id is not null then r.hands else '{}' end,
    case when w.objective_id is null and w.team_id is not null then t.hands else '{}' end,
    case when w.objective_id is null and w.team_id is null and w.cycle_id is not null then c.hands else '{}' end,
    case when coalesce(w.objective_id, w.team_id, w.cycle_id) is null then coalesce(p.permissions, '{}') else '{}' end
  from unnest(keys) n (id)
  left join commanding p on p.org_id = matter_hands.org_id and p.id = viewer
  left join steps s on s.org_id = matter_hands.org_id and s.id = n.id
  left join lateral (
    select a.owner_person_id, a.author_id, a.objective_id, a.key_result_id, a.team_id, a.cycle_id
    from cases a
    where a.org_id = matter_hands.org_id and a.id = coalesce(s.case_id, n.id)
    union all
    select null, m.author_id, m.objective_id, m.key_result_id, m.team_id, m.cycle_id
    from meetings m
    where m.org_id = matter_hands.org_id and m.id = coalesce(s.meeting_id, n.id)
  ) w on true
  join lateral objective_hands(matter_hands.org_id, viewer, array[w.objective_id]) o on true
  join lateral key_result_hands(matter_hands.org_id, viewer, array[w.key_result_id]) r on true
  join lateral team_hands(matter_hands.org_id, viewer, array[w.team_id]) t on true
  join lateral standing_hands(matter_hands.org_id, viewer, array[w.cycle_id]) c on true;
end;
