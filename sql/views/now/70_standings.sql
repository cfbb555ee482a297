-- How nouns stand, as rules ask for them: null where there is nothing, or nothing that the actor may see.

create function actor_now(org_id uuid, person_id uuid) returns jsonb
language sql stable
return (
  select jsonb_build_object(
    'id', p.id,
    'permissions', p.permissions,
    'is_program', p.is_program,
    'member_of', array(select m.team_id from team_members m where m.org_id = p.org_id and m.person_id = p.id),
    'manages', array(select t.id from managed_teams(p.org_id, p.id) t)
  )
  from people p
  where p.org_id = actor_now.org_id and p.id = actor_now.person_id and p.active
);

create function person_now(org_id uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(p) || jsonb_build_object(
    'member_of', array(select m.team_id from team_members m where m.org_id = p.org_id and m.person_id = p.id)
  )
  from people p
  where p.org_id = person_now.org_id and p.id = person_now.id
);

create function team_now(org_id uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(t) || jsonb_build_object(
    'above', array(select a.id from teams_above(t.org_id, t.id) a order by a.height),
    'members', array(
      select jsonb_build_object('person_id', m.person_id, 'role', m.role)
      from team_members m
      where m.org_id = t.org_id and m.team_id = t.id
    ),
    'children', (select count(*) from teams c where c.org_id = t.org_id and c.parent_id = t.id)
  )
  from teams t
  where t.org_id = team_now.org_id and t.id = team_now.id
);

create function policy_now(org_id uuid, id uuid) returns jsonb
language sql stable
return (
  select jsonb_strip_nulls(to_jsonb(p)) from policy p where p.org_id = policy_now.org_id and p.id = policy_now.id
);

create function cycle_now(org_id uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(c) || jsonb_build_object(
    'policy', p.agreed,
    'agreed_by_company', case
      when 'REFUSE' in (p.agreed ->> 'company_first', p.agreed ->> 'company_limit') then (
        select count(*)
        from teams t
        join objectives o on o.org_id = t.org_id and o.owner_team_id = t.id and o.cycle_id = c.id
        where t.org_id = c.org_id and t.kind = 'COMPANY' and o.visibility = 'ORGANIZATION'
          and o.state in ('ACTIVE', 'CLOSED')
      )
      else 0
    end
  )
  from cycles c
  cross join lateral (select policy_now(c.org_id, c.id)) p (agreed)
  where c.org_id = cycle_now.org_id and c.id = cycle_now.id
);

create function objective_now(org_id uuid, actor uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(o) || jsonb_build_object(
    'cycle', cycle_now(o.org_id, o.cycle_id),
    'level', coalesce(
      (select t.kind from teams t where t.org_id = o.org_id and t.id = o.owner_team_id), 'INDIVIDUAL'
    ),
    'key_results', (
      select count(*) from key_results k
      where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN'
    ),
    'measured', (
      select count(*) from key_results k
      where k.org_id = o.org_id and k.objective_id = o.id and k.state = 'ACTIVE' and k.part_of_id is null
    ),
    'mentor_id', (select m.mentor_id from mentorships m where m.org_id = o.org_id and m.id = o.mentorship_id),
    'active_beside', (
      select count(*) from objectives b
      where b.org_id = o.org_id and b.cycle_id = o.cycle_id and b.state = 'ACTIVE' and b.id <> o.id
        and (b.owner_team_id = o.owner_team_id or b.owner_person_id = o.owner_person_id)
    ),
    'most_active', (
      select t.max_active_objectives from teams t where t.org_id = o.org_id and t.id = o.owner_team_id
    ),
    'balanced', exists (
      select from balancing b where b.org_id = o.org_id and b.balanced_id = o.id
    ),
    'blocked', exists (
      select from balancing b where b.org_id = o.org_id and b.balanced_id = o.id and b.blocks
    ),
    'personal', exists (
      select from key_results k
      where k.org_id = o.org_id and k.objective_id = o.id and k.per_person is not null and k.state <> 'WITHDRAWN'
    ),
    'contributing', coalesce(
      (select t.contributing from teams t where t.org_id = o.org_id and t.id = o.owner_team_id), 'MEMBER'
    ),
    'participants', array(
      select to_jsonb(t) from participants t
      where t.org_id = o.org_id and t.objective_id = o.id
    ),
    'tests', case when o.state = 'DRAFT' then (
      select to_jsonb(t) from objective_tests t where t.org_id = o.org_id and t.id = o.id
    ) end,
    'agreement', (
      select to_jsonb(a) from objective_agreement a where a.org_id = o.org_id and a.objective_id = o.id
    ),
    'alignments', (select count(*) from alignments a where a.org_id = o.org_id and a.objective_id = o.id),
    'rolls_up', exists (
      select from alignments a where a.org_id = o.org_id and a.objective_id = o.id and a.roll_up <> 'NONE'
    )
  )
  from objectives o
  where o.org_id = objective_now.org_id and o.id = objective_now.id
    and sees(o.org_id, objective_now.actor, o.id, o.visibility)
);

create function key_result_now(org_id uuid, actor uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(k) || jsonb_build_object(
    'metric', to_jsonb(k),
    'objective', objective_now(k.org_id, key_result_now.actor, k.objective_id),
    'whole', (select to_jsonb(w) from key_results w where w.org_id = k.org_id and w.id = k.part_of_id),
    'beside', array(
      select to_jsonb(b) from key_results b
      where b.org_id = k.org_id and b.part_of_id = coalesce(k.part_of_id, k.id) and b.id <> k.id
        and b.state <> 'WITHDRAWN'
    ),
    'parts', array(
      select c.id from key_results c
      where c.org_id = k.org_id and c.part_of_id = k.id and c.state = 'ACTIVE'
      order by c.created_position, c.id
    ),
    'milestones', array(select m.id from milestones m where m.org_id = k.org_id and m.key_result_id = k.id),
    'contributions', array(
      select jsonb_build_object('id', c.id, 'person_id', c.person_id)
      from contributions c
      where c.org_id = k.org_id and c.key_result_id = k.id and not c.released
    ),
    'revised', (
      select count(*) from key_result_revisions r
      where r.org_id = k.org_id and r.key_result_id = k.id and r.running
    ),
    'explained', exists (
      select from misses m where m.org_id = k.org_id and m.id = k.id
    ),
    'reached', exists (
      select from assessments a where a.org_id = k.org_id and a.noun_id = k.id and a.kind = 'AGREED' and a.value = 1
    ),
    'gathered', exists (
      select from contributions c
      where c.org_id = k.org_id and c.key_result_id = k.id and c.current is not null
    ) or k.reading <> 'LATEST' and exists (
      select from check_ins c
      where c.org_id = k.org_id and c.key_result_id = k.id
        and c.value is not null and c.corrected_by_id is null and not c.retracted
    ),
    'summed', exists (
      select from alignments a where a.org_id = k.org_id and a.to_key_result_id = k.id and a.roll_up = 'SUM'
    )
  )
  from key_results k
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id
  where k.org_id = key_result_now.org_id and k.id = key_result_now.id
    and sees(k.org_id, key_result_now.actor, o.id, o.visibility)
);

create function check_in_now(org_id uuid, actor uuid, id uuid) returns jsonb
language sql stable
return (
  select to_jsonb(c) || jsonb_build_object('corrected', c.corrected_by_id is not null)
  from check_ins c
  join key_results k on k.org_id = c.org_id and k.id = c.key_result_id
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id
  where c.org_id = check_in_now.org_id and c.id = check_in_now.id
    and sees(o.org_id, check_in_now.actor, o.id, o.visibility)
);
