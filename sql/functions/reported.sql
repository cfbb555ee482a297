-- The value that a report says: stated, or the quotient of what was counted, in percent where that is the unit.
create function reported(key_result key_results, said jsonb) returns numeric
language sql immutable as $$
  select case
    when said ->> 'numerator' is null then (said ->> 'value')::numeric
    else quotient(
      case when key_result.quantity = 'PERCENT' or key_result.unit = '%' then 100 else 1 end
        * (said ->> 'numerator')::numeric,
      (said ->> 'denominator')::numeric
    )
  end
$$;
