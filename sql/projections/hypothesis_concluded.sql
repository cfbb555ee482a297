-- It is said what became of the hypothesis.
create function project_hypothesis_concluded(fact fact) returns void
language plpgsql as $$
begin
  perform revise('hypotheses', fact, (fact.data ->> 'hypothesis_id')::uuid, fact.data - 'hypothesis_id');
end
$$;
