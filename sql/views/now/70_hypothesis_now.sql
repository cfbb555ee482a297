-- What a command about hypotheses rests on: the hypothesis, and the experiment as far as the actor sees it; nothing for
-- other commands.
create function hypothesis_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| '{hypothesis_id,refines_id,experiment_id}' then (
  select jsonb_build_object(
    'hypothesis', (
      select to_jsonb(h) from hypotheses h
      where h.org_id = hypothesis_now.org_id and h.id = coalesce(
        (said ->> 'hypothesis_id')::uuid, (said ->> 'refines_id')::uuid, e.hypothesis_id
      )
    ),
    'experiment', case when e.id is not null then to_jsonb(e) || jsonb_build_object('variants', array(
      select v.id from variants v where v.org_id = e.org_id and v.experiment_id = e.id order by v.place
    )) end
  )
  from (values (0)) nothing
  left join experiment e
    on e.org_id = hypothesis_now.org_id and e.id = (said ->> 'experiment_id')::uuid
    and sees(e.org_id, hypothesis_now.actor, e.objective_id, e.visibility)
) else '{}' end;
