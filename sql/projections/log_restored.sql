-- What was lost never was, and of what is left nothing changes: this is told by the fact alone.
create function project_log_restored(fact fact) returns void
language sql immutable
begin atomic
end;
