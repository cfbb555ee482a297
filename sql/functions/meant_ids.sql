-- The ids that a fact means without saying them: what that is about which it answers, changes or ends.
create function meant_ids(org_id uuid, said jsonb) returns table (name text, id uuid)
language sql stable as $$
  select found.key, (found.value #>> '{}')::uuid
  from (
    select to_jsonb(c) from comments c
    where c.org_id = meant_ids.org_id and c.id = (said ->> 'comment_id')::uuid
    union all
    select to_jsonb(r) from requests r
    where r.org_id = meant_ids.org_id and r.id = (said ->> 'request_id')::uuid
    union all
    select to_jsonb(f) from follow_ups f
    where f.org_id = meant_ids.org_id and f.id = (said ->> 'follow_up_id')::uuid
    union all
    select to_jsonb(b) from obstacles b
    where b.org_id = meant_ids.org_id and b.id = (said ->> 'obstacle_id')::uuid
    union all
    select to_jsonb(c) from cases c
    where c.org_id = meant_ids.org_id and (
      c.id = (said ->> 'case_id')::uuid
      or c.id = (
        select s.case_id from steps s where s.org_id = meant_ids.org_id and s.id = (said ->> 'step_id')::uuid limit 1
      )
    )
    union all
    select to_jsonb(m) from meetings m
    where m.org_id = meant_ids.org_id and (
      m.id = (said ->> 'meeting_id')::uuid
      or m.id = (
        select s.meeting_id from steps s where s.org_id = meant_ids.org_id and s.id = (said ->> 'step_id')::uuid limit 1
      )
    )
    union all
    select to_jsonb(a) from alignments a
    where a.org_id = meant_ids.org_id and a.id = (said ->> 'alignment_id')::uuid
    union all
    select to_jsonb(l) || jsonb_build_object('taught_objective_id', r.objective_id) from links l
    left join answers a on a.org_id = l.org_id and a.id = l.to_answer_id
    left join reviews r on r.org_id = a.org_id and r.id = a.review_id
    where l.org_id = meant_ids.org_id and l.id = (said ->> 'link_id')::uuid
  ) about (noun)
  cross join jsonb_each(about.noun) found (key, value)
  where found.key like '%\_id' and found.value <> 'null'
$$;
