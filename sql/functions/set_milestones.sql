-- Makes the milestones those that the fact states; what is done of one that stays is kept, one left out ends.
create function set_milestones(fact fact, key_result uuid) returns void
language plpgsql as $$
declare
  said record;
begin
  perform finish('milestones', fact, m.id)
  from milestones m
  where m.org_id = fact.org_id and m.key_result_id = key_result and m.to_position = 9223372036854775807
    and not (fact.data -> 'milestones') @> jsonb_build_array(jsonb_build_object('id', m.id));
  for said in
    select s.value || jsonb_build_object('ordinal', s.ordinality, 'key_result_id', key_result) as milestone
    from jsonb_array_elements(fact.data -> 'milestones') with ordinality s
  loop
    if exists (
      select from milestones m
      where m.org_id = fact.org_id and m.id = (said.milestone ->> 'id')::uuid and m.to_position = open_end()
    ) then
      perform revise('milestones', fact, (said.milestone ->> 'id')::uuid, said.milestone);
    else
      insert into milestones
      select r.* from jsonb_populate_record(
        null::milestones, created(fact, 'id') || '{"done": false}' || said.milestone
      ) r;
    end if;
  end loop;
end $$;
