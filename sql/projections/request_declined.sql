-- The request is answered with no.
create function project_request_declined(fact fact) returns void
language plpgsql as $$
begin
  perform answer_request(fact, 'DECLINED', fact.data ->> 'reason');
end
$$;
