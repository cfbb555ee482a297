-- What a command that carries an objective on rests on: what is left of the objective, who owns it from there on and
-- answers for it where nobody else is named, and whether it goes on in that cycle already; nothing for other commands.
create function left_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return coalesce((
  select jsonb_build_object(
    'owner_team', team_now(o.org_id, case
      when said ->> 'owner_person_id' is null then coalesce((said ->> 'owner_team_id')::uuid, o.owner_team_id)
      else (said ->> 'owner_team_id')::uuid
    end),
    'owner_person', person_now(o.org_id, case
      when said ->> 'owner_team_id' is null then coalesce((said ->> 'owner_person_id')::uuid, o.owner_person_id)
      else (said ->> 'owner_person_id')::uuid
    end),
    'accountable_person', person_now(o.org_id, coalesce(
      (said ->> 'accountable_person_id')::uuid,
      (select p.id from people p where p.org_id = o.org_id and p.id = o.accountable_person_id and p.active)
    )),
    'carried_already', exists (
      select from links l
      join objectives n on n.org_id = l.org_id and n.id = l.objective_id
      where l.org_id = o.org_id and l.to_objective_id = o.id and l.kind = 'CARRIED_FROM'
        and n.cycle_id = (said ->> 'cycle_id')::uuid and n.state <> 'WITHDRAWN'
        and sees(n.org_id, left_now.actor, n.id, n.visibility)
    ),
    'left', to_jsonb(o) || jsonb_build_object(
      'participants', array(
        select to_jsonb(t) from participants t
        left join people p on p.org_id = t.org_id and p.id = t.person_id
        where t.org_id = o.org_id and t.objective_id = o.id and p.active is not false
        order by t.created_position
      ),
      'key_results', array(
        select to_jsonb(k) || jsonb_build_object(
          'metric', to_jsonb(k),
          'current', r.current,
          'value', r.value,
          'done_on', done_on(k.org_id, k.id),
          'owner_person_id', (
            select p.id from people p where p.org_id = k.org_id and p.id = k.owner_person_id and p.active
          ),
          'milestones', array(
            select to_jsonb(m) from milestones m
            where m.org_id = k.org_id and m.key_result_id = k.id
            order by m.ordinal
          )
        )
        from key_results k
        left join progress r on r.org_id = k.org_id and r.id = k.id
        where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN'
        order by k.created_position, k.id
      )
    )
  )
  from objectives o
  where said ? 'key_result_ids' and o.org_id = left_now.org_id and o.id = (said ->> 'objective_id')::uuid
    and sees(o.org_id, left_now.actor, o.id, o.visibility)
), '{}');
