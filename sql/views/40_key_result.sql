-- A key result with where it stands and what was last said of it.
create view key_result as
select
  k.*,
  o.visibility,
  o.cycle_id,
  o.owner_team_id,
  statement(k) as statement,
  p.current,
  p.raw,
  p.value,
  p.formula,
  p.caused_by,
  case
    when k.baseline is not null then 'KNOWN'
    when direction(k.kind) is null then 'NOT_NEEDED'
    else 'MISSING'
  end as baseline_state,
  case when k.kind in ('DONE', 'BY_DATE') then done_on(k.org_id, k.id) end as done_on,
  case
    when p.raw is not null then null
    when k.baseline is null and direction(k.kind) is not null then 'It is not known yet where it started.'
    else 'Nobody has reported yet.'
  end as because,
  (
    select c.confidence from check_ins c
    where c.org_id = k.org_id and c.key_result_id = k.id and c.corrected_by_id is null and not c.retracted
      and c.confidence is not null
    order by c.occurred_on desc, c.place desc limit 1
  ) as confidence,
  (
    select c.status from check_ins c
    where c.org_id = k.org_id and c.key_result_id = k.id and c.corrected_by_id is null and not c.retracted
      and c.status is not null
    order by c.occurred_on desc, c.place desc limit 1
  ) as status
from key_results k
left join lateral objectives_by_id(k.org_id, k.objective_id) o on true
left join lateral progress_by_id(k.org_id, k.id) p on true;
