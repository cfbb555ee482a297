-- Requests by the people from whom an answer is expected: whoever is asked by name; otherwise the key result's
-- owner, the objective's owner and accountable person, and the managers of the owning team. What somebody proposes
-- is for another of them to approve.
create view request_to_answer as
select q.*, p.person_id
from request q
join objectives o on o.org_id = q.org_id and o.id = q.objective_id
left join key_results k on k.org_id = q.org_id and k.id = q.key_result_id
cross join lateral (
  select q.of_person_id as person_id where q.of_person_id is not null
  union
  select n.person_id
  from (
    select unnest(array[
      case when q.kind not in ('REVISION', 'KEY_RESULT') then k.owner_person_id end, o.owner_person_id, o.accountable_person_id
    ]) as person_id
    union
    select m.person_id from team_members m
    where m.org_id = o.org_id and m.team_id = o.owner_team_id and m.role = 'MANAGER'
  ) n
  where q.of_person_id is null and n.person_id is not null
    and (q.kind not in ('REVISION', 'KEY_RESULT') or n.person_id <> q.asked_by_id)
) p;
