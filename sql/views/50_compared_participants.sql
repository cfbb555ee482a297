-- Who came to take part in objectives and who ceased to between two positions, as far as somebody sees it, in the order
-- of their ids.
create function compared_participants(org_id uuid, viewer uuid, ids uuid[], from_at bigint, to_at bigint) returns jsonb
language sql stable
return (
  select coalesce(jsonb_agg(c.told order by c.id), '[]')
  from (
    select p.id, d.told || jsonb_build_object(
      'objective_id', p.objective_id, 'person_id', p.person_id, 'team_id', p.team_id
    ) as told
    from (
      select distinct v.id, v.objective_id, v.person_id, v.team_id
      from participants_versions v
      where v.org_id = compared_participants.org_id and v.to_position > from_at and v.from_position <= to_at
        and v.objective_id = any (ids)
    ) p
    left join lateral participant_at(compared_participants.org_id, viewer, p.id, from_at) b (stated) on true
    left join lateral participant_at(compared_participants.org_id, viewer, p.id, to_at) a (stated) on true
    cross join lateral difference(
      compared_participants.org_id, p.id, 'participants', b.stated, a.stated, from_at, to_at, '{}'
    ) d (told)
    where d.told is not null
    order by p.id
    limit 1000
  ) c
);
