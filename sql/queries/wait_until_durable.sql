-- The commit of this transaction waits for the disk, and for the standby where there is one: all before it is there too.
select set_config('synchronous_commit', 'on', true);
