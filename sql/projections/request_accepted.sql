-- The request is answered with yes.
create function project_request_accepted(fact fact) returns void
language plpgsql as $$
begin
  perform answer_request(fact, 'ACCEPTED', fact.data ->> 'answer');
end
$$;
