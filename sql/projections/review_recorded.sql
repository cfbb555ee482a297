-- The review is there with what was answered, decided and left to come back to.
create function project_review_recorded(fact fact) returns void
language plpgsql as $$
declare
  about jsonb := to_jsonb(subject(fact.org_id, fact.data));
  team uuid := (fact.data ->> 'team_id')::uuid;
  cycle uuid := (fact.data ->> 'cycle_id')::uuid;
begin
  insert into reviews
  select r.* from jsonb_populate_record(
    null::reviews, fact.data || created(fact, 'review_id') || about || jsonb_build_object(
      'author_id', fact.actor_id, 'agenda', agenda(fact.org_id, team, cycle),
      'sprint_ids', coalesce(nullif(fact.data -> 'sprint_ids', '[]'), sprints_of(
        fact.org_id, case fact.data ->> 'kind' when 'MILESTONE' then (fact.data ->> 'work_item_id')::uuid end
      ))
    )
  ) r;
  insert into answers
  select r.* from review_parts(fact, 'answers') part, jsonb_populate_record(null::answers, part) r;
  insert into review_decisions
  select r.*
  from review_parts(fact, 'decisions') part,
    subject(fact.org_id, part) s,
    jsonb_populate_record(
      null::review_decisions, part || jsonb_build_object(
        'of_objective_id', s.objective_id, 'edits', (
          select w.edits from work_items w
          where w.org_id = fact.org_id and w.id = (part ->> 'work_item_id')::uuid and w.to_position = open_end()
        )
      )
    ) r;
  insert into follow_ups
  select r.* from review_parts(fact, 'follow_ups') part, jsonb_populate_record(
    null::follow_ups, about || part || jsonb_build_object(
      'team_id', team, 'noted_on', fact.data -> 'held_on', 'open', true
    )
  ) r;
end
$$;
