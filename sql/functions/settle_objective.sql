-- Works out where an objective stands, from its key results and supporters (DESIGN.md, "Roll-up of an objective").
create function settle_objective(fact fact, objective_id uuid) returns void
language plpgsql as $$
declare
  next progress;
  inputs record;
begin
  select * into inputs from weighed(
    array(select i from objective_inputs(fact.org_id, objective_id) i), null
  );
  next.id := objective_id;
  next.formula := 'objective/1';
  next.own := capped(inputs.own, inputs.least_of, inputs.complete);
  next.raw := capped(
    coalesce(inputs.own + inputs.summed, inputs.own, inputs.summed), inputs.least_of, inputs.complete
  );
  next.value := clamped(next.raw);
  perform set_progress(fact, next);
end $$;
