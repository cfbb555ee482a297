-- It is known where the key result started: the target follows, and what was reported counts from there.
-- The original metric gets its baseline too, because that was found out and not changed.
create function project_baseline_established(fact fact) returns void
language plpgsql as $$
declare
  earlier key_results;
  baseline jsonb := jsonb_build_object('baseline', fact.data -> 'baseline');
  started numeric;
begin
  select k.* into strict earlier from key_results k
  where k.org_id = fact.org_id and k.id = (fact.data ->> 'key_result_id')::uuid and k.to_position = open_end();
  started := direction(earlier.kind) * (fact.data ->> 'baseline')::numeric;
  perform revise(
    'key_results', fact, earlier.id,
    metric_kept(to_jsonb(metric_of(earlier)) || baseline) - '{quantity,reading}'::text[]
    || (fact.data - 'key_result_id') || jsonb_build_object(
      'shift', earlier.shift - started,
      'original', case
        when earlier.original ->> 'baseline' is null and direction(earlier.original ->> 'kind') is not null
          then metric_kept(earlier.original || baseline)
        else earlier.original
      end
    )
  );
  if earlier.shift is null and earlier.reading <> 'SUM' then
    perform revise('check_ins', fact, c.id, jsonb_build_object('rest', c.rest - started))
    from check_ins c
    where c.org_id = fact.org_id and c.key_result_id = earlier.id and c.to_position = open_end()
      and c.rest is not null;
  end if;
  perform roll_up(fact, array[earlier.id], '{}');
end
$$;
