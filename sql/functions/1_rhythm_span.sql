-- How long a rhythm lets a report take after the one before.
create function rhythm_span(every text) returns interval
language sql immutable
return case every
  when 'WEEKLY' then interval '7 days'
  when 'BIWEEKLY' then interval '14 days'
  when 'MONTHLY' then interval '1 month'
end;
