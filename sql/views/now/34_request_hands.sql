-- What is proposed to change is for those who own the objective, a key result for those who draft it, but neither for
-- who proposed it; what else is asked for a key result
-- is for those who steer it.
create function request_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], owning text[], steering text[], drafting text[]
)
language sql stable
begin atomic
  select
    request_hands.org_id, k.id,
    array_remove(array[
      case when q.asked_by_id = p.id then 'SELF' end,
      case when q.kind = 'HELP' and q.asked_by_id = p.id then 'HELPED' end,
      case when q.kind <> 'REVISION' and q.of_person_id = p.id then 'ASKED' end
    ], null),
    case
      when q.kind = 'KEY_RESULT' then '{}'
      when q.kind = 'REVISION' and q.asked_by_id <> viewer or q.key_result_id is null then h.hands
      else '{}'
    end,
    case when q.kind <> 'REVISION' and q.key_result_id is not null then h.hands else '{}' end,
    case when q.kind = 'KEY_RESULT' and q.asked_by_id <> viewer then h.hands else '{}' end
  from unnest(keys) k (id)
  left join commanding p on p.org_id = request_hands.org_id and p.id = viewer
  left join requests q on q.org_id = request_hands.org_id and q.id = k.id
  join lateral key_result_hands(request_hands.org_id, viewer, array[q.key_result_id]) r on true
  join lateral objective_hands(request_hands.org_id, viewer, array[q.objective_id]) o on true
  cross join lateral (
    select case when q.key_result_id is null then o.hands else r.hands end
  ) h (hands);
end;
