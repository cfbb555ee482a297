-- Name and version of the rule by which a kind of key result is measured.
create function formula(kind text) returns text
language sql immutable as $$
  select case
    when kind in ('INCREASE', 'DECREASE') then 'linear/1'
    when kind = 'MILESTONES' then 'milestones/1'
    when kind = 'DONE' then 'done/1'
    when kind = 'BY_DATE' then 'by_date/1'
    else 'threshold/1'
  end
$$;
