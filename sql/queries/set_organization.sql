-- $1: the organization that this transaction may write to.
select set_config('okrlog.organization', $1, true);
