-- Whether a number rests on nothing but reports of its own: that of a key result with neither parts nor supporters.
create function stands_alone(org_id uuid, noun_id uuid) returns boolean
language sql stable
return exists (
  select from key_results k
  where k.org_id = stands_alone.org_id and k.id = stands_alone.noun_id and k.kind <> 'COMPOUND'
    and not exists (
      select from alignments a
      where a.org_id = k.org_id and a.to_key_result_id = k.id and a.roll_up <> 'NONE'
    )
);
