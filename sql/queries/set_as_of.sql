-- $1: the position at which this transaction reads the past.
select set_config('okrlog.as_of', $1, true);
