-- Changes the current row of a noun and keeps what it was, one version later unless the changes state the version.
create function revise(name text, fact fact, id uuid, changes jsonb default '{}') returns void
language plpgsql as $$
declare
  revised boolean;
begin
  execute format('select revise_%s($1, $2, $3)', name) into revised using fact, id, changes;
  if not revised then
    raise exception '% % is not there to be revised', name, id using errcode = 'OK004';
  end if;
end $$;
