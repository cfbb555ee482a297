-- Nobody stands by it any longer; it stays to be read.
create function project_announcement_withdrawn(fact fact) returns void
language plpgsql as $$
begin
  perform revise('announcements', fact, (fact.data ->> 'announcement_id')::uuid, '{"withdrawn": true}');
end
$$;
