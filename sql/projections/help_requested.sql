-- Somebody asks for help.
create function project_help_requested(fact fact) returns void
language plpgsql as $$
begin
  perform ask(fact, 'HELP');
end
$$;
