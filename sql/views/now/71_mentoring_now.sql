-- What a command about mentorships rests on, as those know it who are in on it; nothing for other commands.
create function mentoring_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| '{mentorship_id,mentor_id,mentoring_entry_id,answered_entry_id}'
  or said ?& '{objective_id,cycle_id}' or said ? 'time_zone' then (
  select jsonb_build_object(
    'mentorship', mentorship_now(mentoring_now.org_id, mentoring_now.actor, n.mentorship_id),
    'followed_mentorship', mentorship_now(
      mentoring_now.org_id, mentoring_now.actor, (said ->> 'follows_mentorship_id')::uuid
    ),
    'mentor', person_now(mentoring_now.org_id, (said ->> 'mentor_id')::uuid),
    'mentee', person_now(mentoring_now.org_id, (said ->> 'mentee_id')::uuid),
    'paired_already', exists (
      select from mentorships m
      where m.org_id = mentoring_now.org_id and m.state = 'ACTIVE'
        and m.mentor_id = (said ->> 'mentor_id')::uuid and m.mentee_id = (said ->> 'mentee_id')::uuid
        and mentoring_now.actor in (m.mentor_id, m.mentee_id)
    ),
    'followed_already', exists (
      select from mentorships m
      where m.org_id = mentoring_now.org_id and m.follows_mentorship_id = (said ->> 'follows_mentorship_id')::uuid
    ),
    'zone_known', case when said ->> 'time_zone' is not null then exists (
      select from pg_timezone_names z where z.name = said ->> 'time_zone'
    ) end,
    'mentoring_entry', entry_now(mentoring_now.org_id, mentoring_now.actor, n.entry_id),
    'answered_entry', entry_now(
      mentoring_now.org_id, mentoring_now.actor, (said ->> 'answered_entry_id')::uuid
    ),
    'closed_entries', (
      select coalesce(jsonb_agg(e.noun), '[]')
      from named_in(said, '$.closed_entry_ids[*]') i (id)
      cross join lateral (select entry_now(mentoring_now.org_id, mentoring_now.actor, i.id) as noun) e
      where e.noun is not null
    )
  )
  from (
    select
      (said ->> 'mentoring_entry_id')::uuid as entry_id,
      coalesce(
        (said ->> 'mentorship_id')::uuid,
        (
          select e.mentorship_id from mentoring_entries e
          where e.org_id = mentoring_now.org_id and e.id = (said ->> 'mentoring_entry_id')::uuid
        ),
        (
          select o.mentorship_id from objectives o
          where o.org_id = mentoring_now.org_id and o.id = (said ->> 'objective_id')::uuid
        )
      ) as mentorship_id
  ) n
) else '{}' end;
