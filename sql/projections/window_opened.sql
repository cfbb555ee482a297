-- What the key result waited for has happened: from that day on it is measured.
create function project_window_opened(fact fact) returns void
language plpgsql as $$
declare
  waiting key_results;
  opened date := (fact.data ->> 'occurred_on')::date;
begin
  select k.* into strict waiting from key_results k
  where k.org_id = fact.org_id and k.id = (fact.data ->> 'key_result_id')::uuid and k.to_position = open_end();
  perform revise('key_results', fact, waiting.id, jsonb_build_object(
    'opens_on', opened,
    'closes_on', coalesce(closing(opened, waiting.open_for_days), waiting.closes_on)
  ));
  perform roll_up(fact, array[waiting.id], '{}');
end
$$;
