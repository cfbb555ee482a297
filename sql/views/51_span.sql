-- A span of positions as it was asked for; ends the question where it is none, or leads beyond what is read.
create function span(since bigint, until bigint, head bigint) returns table (from_at bigint, to_at bigint)
language plpgsql stable as $$
begin
  if greatest(since, until) > head then
    raise exception 'The log ends at position %.', head using errcode = 'no_data_found', detail = head;
  elsif since > until then
    raise exception '`from` lies after `to`.' using errcode = 'no_data_found', detail = head;
  end if;
  return query select since, until;
end $$;
