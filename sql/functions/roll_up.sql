-- Brings every number up to date that rests on these key results and objectives, from the bottom to the top.
create function roll_up(fact fact, key_results uuid[], objectives uuid[]) returns void
language plpgsql as $$
declare
  node record;
begin
  for node in select * from touched(fact.org_id, key_results, objectives) loop
    if node.height = 1000 then
      raise exception 'alignments lead in a circle' using errcode = 'OK005';
    elsif node.kind = 'KEY_RESULT' then
      perform settle_key_result(fact, node.id);
    else
      perform settle_objective(fact, node.id);
    end if;
  end loop;
end $$;
