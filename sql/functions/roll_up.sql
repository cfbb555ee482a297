-- Brings every number up to date that rests on these key results and objectives, from the bottom to the top.
create function roll_up(fact fact, key_results uuid[], objectives uuid[]) returns void
language plpgsql as $$
declare
  waiting uuid[];
  kinds jsonb;
  ready uuid[];
  node uuid;
begin
  select array_agg(t.id), jsonb_object_agg(t.id, t.kind) into waiting, kinds
  from touched(fact.org_id, key_results, objectives) t;
  while cardinality(waiting) > 0 loop
    select array(
      select unnest(waiting)
      except
      select above.id from unnest(waiting) w, lateral rests_on(fact.org_id, kinds ->> w::text, w) above
    ) into ready;
    if ready = '{}' then
      raise exception 'alignments lead in a circle' using errcode = 'OK005';
    end if;
    foreach node in array ready loop
      if kinds ->> node::text = 'KEY_RESULT' then
        perform settle_key_result(fact, node);
      else
        perform settle_objective(fact, node);
      end if;
    end loop;
    waiting := array(select unnest(waiting) except select unnest(ready));
  end loop;
end $$;
