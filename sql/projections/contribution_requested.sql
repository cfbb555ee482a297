-- Somebody asks for a part of the key result.
create function project_contribution_requested(fact fact) returns void
language plpgsql as $$
begin
  perform ask(fact, 'CONTRIBUTION');
end
$$;
