-- Lets a fact change the state: each kind of fact has a projection of its name, so there is no list to extend.
create function fold(fact fact) returns void
language plpgsql as $$
begin
  execute format('select project_%s($1)', snake_case(fact.type)) using fact;
  perform mention(fact);
end $$;
