-- Whether a fact is about an objective that is private now or was when the fact was recorded.
create function about_private(org_id uuid, body jsonb, as_of bigint) returns boolean
language sql stable as $$
  select exists (
    select from objectives o
    where o.org_id = about_private.org_id
      and o.id in (
        select (body ->> 'objective_id')::uuid
        union all select (body ->> 'to_objective_id')::uuid
        union all
        select k.objective_id from key_results k
        where k.org_id = about_private.org_id
          and k.id in ((body ->> 'key_result_id')::uuid, (body ->> 'to_key_result_id')::uuid)
      )
      and o.visibility = 'PRIVATE'
      and (
        o.to_position = 9223372036854775807
        or (o.from_position <= about_private.as_of and o.to_position > about_private.as_of)
      )
  )
$$;
