-- Why a supporter is shown and not counted; null where it counts.
create function uncounted(role text, state text, value numeric, weight numeric) returns text
language sql immutable as $$
  select case
    when role = 'NONE' then 'Nothing is computed from it.'
    when state = 'WITHDRAWN' then 'It was withdrawn.'
    when state = 'DRAFT' then 'It is a draft.'
    when weight = 0 then 'Its weight is 0.'
    when value is null and role <> 'ALL' then 'Nothing is known of it yet.'
  end
$$;
