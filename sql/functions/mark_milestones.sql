-- Sets each milestone as the latest report that names it says.
create function mark_milestones(fact fact, key_result uuid) returns void
language plpgsql as $$
declare
  milestone record;
begin
  for milestone in
    select m.id, m.done, coalesce(said.done, false) as now_done
    from milestones m
    left join lateral (
      select m.id = any (c.milestones_done) as done
      from check_ins c
      where c.org_id = m.org_id and c.key_result_id = m.key_result_id
        and c.to_position = 9223372036854775807
        and c.corrected_by_id is null and not c.retracted
        and m.id = any (c.milestones_done || c.milestones_undone)
      order by c.occurred_on desc, c.place desc
      limit 1
    ) said on true
    where m.org_id = fact.org_id and m.key_result_id = key_result and m.to_position = 9223372036854775807
  loop
    if milestone.done <> milestone.now_done then
      perform revise('milestones', fact, milestone.id, jsonb_build_object('done', milestone.now_done));
    end if;
  end loop;
end $$;
