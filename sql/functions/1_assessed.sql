-- The id under which a score of something stands: of SELF everybody has one, of TEAM and AGREED there is one.
create function assessed(noun uuid, kind text, author uuid) returns uuid
language sql immutable as $$
  select md5(noun || kind || case kind when 'SELF' then author::text else '' end)::uuid
$$;
