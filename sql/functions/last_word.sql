-- What was said of the whole: the latest value with what it left to nobody in particular, or the sum of entries.
create function last_word(key_result key_results, out value numeric, out rest numeric)
language plpgsql stable as $$
declare
  report check_ins;
begin
  if key_result.reading = 'LATEST' then
    report := latest_report(key_result.org_id, key_result.id, null);
    value := report.value;
    rest := report.rest;
  else
    value := reading_of(key_result.org_id, key_result.id, null);
    rest := value;
  end if;
end $$;
