-- Brings a contributor's part up to date with what was reported of it, as the key result reads it.
create function settle_part(fact fact, key_result key_results, contribution_id uuid) returns void
language plpgsql as $$
declare
  said numeric := case
    when key_result.reading = 'LATEST' then (latest_report(fact.org_id, key_result.id, contribution_id)).value
    else reading_of(fact.org_id, key_result.id, contribution_id)
  end;
begin
  perform revise('contributions', fact, contribution_id, jsonb_build_object('current', said));
end $$;
