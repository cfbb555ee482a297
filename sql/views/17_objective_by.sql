-- Where an objective stood by what it rests on, as that stood.
create function objective_by(org_id uuid, objective_id uuid, stands jsonb) returns jsonb
language sql stable
return (
  select jsonb_build_object(
    'raw', r.raw, 'value', clamped(r.raw), 'own', capped(w.own, w.least_of, w.complete)
  )
  from weighed(
    standing_inputs(
      objective_by.org_id, array(select i from objective_inputs(objective_by.org_id, objective_by.objective_id) i),
      objective_by.stands, 'SUM'
    ), null
  ) w
  cross join lateral capped(coalesce(w.own + w.summed, w.own, w.summed), w.least_of, w.complete) r (raw)
);
