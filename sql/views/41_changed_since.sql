-- Whether a key result was stated otherwise since a position; or, where the whole is asked about, its objective or any
-- of its key results, of which there may be more or fewer.
create function changed_since(org_id uuid, objective_id uuid, key_result_id uuid, whole boolean, at bigint)
returns boolean
language sql stable
begin atomic
  select exists (
    select from objectives o
    join objectives_versions v on v.org_id = o.org_id and v.id = o.id
      and v.from_position <= changed_since.at and v.to_position > changed_since.at
    where changed_since.whole and o.org_id = changed_since.org_id and o.id = changed_since.objective_id
      and stated('objectives', to_jsonb(o)) - '{state,visibility,priority_rank,accountable_person_id}'::text[]
        <> stated('objectives', to_jsonb(v)) - '{state,visibility,priority_rank,accountable_person_id}'::text[]
  ) or exists (
    select from key_results k
    left join key_results_versions v on v.org_id = k.org_id and v.id = k.id
      and v.from_position <= changed_since.at and v.to_position > changed_since.at
    where k.org_id = changed_since.org_id and k.objective_id = changed_since.objective_id
      and (changed_since.whole or k.id = changed_since.key_result_id)
      and (
        coalesce(v.state, 'WITHDRAWN') = 'WITHDRAWN' and k.state <> 'WITHDRAWN'
        or v.state <> 'WITHDRAWN' and k.state = 'WITHDRAWN'
        or stated('key_results', to_jsonb(k)) - '{state,owner_person_id,start_confidence}'::text[]
          <> stated('key_results', to_jsonb(v)) - '{state,owner_person_id,start_confidence}'::text[]
      )
  );
end;
