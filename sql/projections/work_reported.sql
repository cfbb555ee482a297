-- It stands as was said; what was not said of it stays. Who saw that its criteria are met has accepted it.
create function project_work_reported(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'work_items', fact, (fact.data ->> 'work_item_id')::uuid,
    jsonb_strip_nulls(fact.data - '{criteria_met,note}'::text[]) || case
      when (fact.data ->> 'criteria_met')::boolean
        then jsonb_build_object('criteria_met', true, 'accepted_by_id', fact.actor_id)
      else '{}'
    end
  );
end
$$;
