-- $1: how long this transaction waits for others that write.
select set_config('lock_timeout', $1, true);
