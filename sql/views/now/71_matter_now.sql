-- How a case, a meeting or a step stands that a command names, for one actor: with what it is about, and null where they
-- do not see that; nothing for other commands.
create function matter_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| '{case_id,meeting_id,step_id,of_team_id}' then jsonb_build_object(
  'of_team', team_now(org_id, (said ->> 'of_team_id')::uuid),
  'step', (
    select to_jsonb(s) || jsonb_build_object('unseen', array(
      select o.id
      from unnest(s.objective_ids) n (id)
      join objectives o on o.org_id = s.org_id and o.id = n.id
      where not sees(o.org_id, matter_now.actor, o.id, o.visibility)
    ))
    from step s
    where s.org_id = matter_now.org_id and s.id = (said ->> 'step_id')::uuid
      and sees(s.org_id, matter_now.actor, s.objective_id, s.visibility)
  ),
  'case', (
    select to_jsonb(c) || jsonb_build_object(
      'objective', objective_now(c.org_id, matter_now.actor, c.objective_id),
      'key_result', key_result_now(c.org_id, matter_now.actor, c.key_result_id)
    )
    from filed_case c
    where c.org_id = matter_now.org_id and c.id = coalesce(
      (said ->> 'case_id')::uuid,
      (select s.case_id from steps s where s.org_id = matter_now.org_id and s.id = (said ->> 'step_id')::uuid)
    ) and sees(c.org_id, matter_now.actor, c.objective_id, c.visibility)
  ),
  'meeting', (
    select to_jsonb(m) || jsonb_build_object(
      'objective', objective_now(m.org_id, matter_now.actor, m.objective_id),
      'key_result', key_result_now(m.org_id, matter_now.actor, m.key_result_id)
    )
    from meeting m
    where m.org_id = matter_now.org_id and m.id = coalesce(
      (said ->> 'meeting_id')::uuid,
      (select s.meeting_id from steps s where s.org_id = matter_now.org_id and s.id = (said ->> 'step_id')::uuid)
    ) and sees(m.org_id, matter_now.actor, m.objective_id, m.visibility)
  )
) else '{}' end;
