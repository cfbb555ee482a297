-- The columns, and the keys of what is kept as JSON, under which words that a fact said may stand.
create function heard_as(name text) returns text[]
language sql immutable as $$
  select case name
    when 'reason' then array[
      'reason', 'answer', 'withdrawn_because', 'corrected_because', 'retracted_because', 'ended_because', 'skipped_because',
      'deferred_because', 'legal_hold'
    ]
    else array[name]
  end
$$;
