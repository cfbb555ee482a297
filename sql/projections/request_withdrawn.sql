-- The request is taken back.
create function project_request_withdrawn(fact fact) returns void
language plpgsql as $$
begin
  perform answer_request(fact, 'WITHDRAWN', null);
end
$$;
