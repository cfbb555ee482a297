-- Takes words away as a fact says, from the log and from every state that shows them, in the past too. Where others said
-- the same words about the same things, the organization is folded anew without them. What an earlier version of the
-- state still holds of it is used no more.
create function erase(redaction log.event) returns void
language plpgsql as $$
declare
  gone log.private[] := array(select g from log.redact(redaction) g);
  said utterance[];
begin
  said := array(select u from utterances(gone) u);
  perform clear(redaction.org_id, elsewhere => true);
  if not overwritten(redaction.org_id, said) then
    perform clear(redaction.org_id, elsewhere => false);
    perform replay(redaction.org_id, 0, redaction.position);
  end if;
end $$;
