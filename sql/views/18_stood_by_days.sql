-- Where a key result or an objective stood at the end of each day on which anything below it was reported, as it is
-- known now to have been true: with all that it rests on as that is arranged now. Told by the last report of the day.
create function stood_by_days(org_id uuid, noun_id uuid) returns table (
  day date, place bigint, "position" bigint, recorded_at timestamptz, current numeric, raw numeric, confidence numeric,
  check_in_id uuid
)
language plpgsql stable as $$
declare
  stands jsonb := '{}';
  nodes jsonb := (
    select jsonb_agg(to_jsonb(b) order by b.depth desc) from below(stood_by_days.org_id, stood_by_days.noun_id) b
  );
  report record;
  node record;
  moved uuid[];
begin
  for report in
    select distinct on (c.occurred_on)
      c.occurred_on, c.created_position, c.recorded_at, c.id,
      array_agg(c.key_result_id) over (partition by c.occurred_on) as key_results
    from jsonb_to_recordset(nodes) b (id uuid)
    join check_ins c on c.org_id = stood_by_days.org_id and c.key_result_id = b.id
    where c.corrected_by_id is null and not c.retracted
    order by c.occurred_on, c.place desc
  loop
    moved := report.key_results;
    for node in select b.* from jsonb_to_recordset(nodes) b (id uuid, kind text, above uuid[]) loop
      -- On the first day all of them, for some stand somewhere in silence too.
      if stands ? node.id::text and node.id <> all (moved) then
        continue;
      end if;
      moved := moved || node.above;
      stands := stands || jsonb_build_object(node.id, case node.kind
        when 'KEY_RESULT' then key_result_by(stood_by_days.org_id, node.id, report.occurred_on, stands)
        else objective_by(stood_by_days.org_id, node.id, stands)
      end);
    end loop;
    day := report.occurred_on;
    place := day - date '0001-01-01';
    stood_by_days."position" := report.created_position;
    stood_by_days.recorded_at := report.recorded_at;
    current := (stands -> stood_by_days.noun_id::text ->> 'current')::numeric;
    raw := (stands -> stood_by_days.noun_id::text ->> 'raw')::numeric;
    confidence := (
      select c.confidence from check_ins c
      where c.org_id = stood_by_days.org_id and c.key_result_id = stood_by_days.noun_id and c.corrected_by_id is null
        and not c.retracted and c.confidence is not null and c.occurred_on <= report.occurred_on
      order by c.occurred_on desc, c.place desc limit 1
    );
    check_in_id := report.id;
    return next;
  end loop;
end $$;
