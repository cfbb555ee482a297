-- $1: the organization whose rows this connection sees from now on; none where it is empty.
select set_config('okrlog.organization', $1, false);
