-- Whether a fact is about an objective that is private now or was when the fact was recorded. Its body is standard
-- SQL and so keeps to the tables, whole history and all, whatever a reader has in its search_path.
create function about_private(org_id uuid, body jsonb, as_of bigint) returns boolean
language sql stable
begin atomic
  with decided (id) as (
    select (v.value #>> '{}')::uuid
    from jsonb_path_query(
      about_private.body, '$.decisions[*].keyvalue() ? (@.key like_regex "(objective|key_result)_id$").value'
    ) v (value)
  ),
  about (objective_id) as (
    select (about_private.body ->> 'objective_id')::uuid
    union all
    select (about_private.body ->> 'to_objective_id')::uuid
    union all
    select d.id from decided d
    union all
    select r.objective_id
    from answers a
    join reviews r on r.org_id = a.org_id and r.id = a.review_id
    where a.org_id = about_private.org_id and a.id = (about_private.body ->> 'to_answer_id')::uuid
    union all
    select k.objective_id from key_results k
    where k.org_id = about_private.org_id
      and (
        k.id in (
          (about_private.body ->> 'key_result_id')::uuid, (about_private.body ->> 'to_key_result_id')::uuid
        )
        or k.id in (select d.id from decided d)
      )
  )
  select exists (
    select from about a
    join objectives o on o.org_id = about_private.org_id and o.id = a.objective_id
    where o.visibility = 'PRIVATE'
      and (
        o.to_position = 9223372036854775807
        or (o.from_position <= about_private.as_of and o.to_position > about_private.as_of)
      )
  );
end;
