-- $1: organization, $2: commands, a JSON array. Answers an outcome for each: appended, repeated or moved.
select append($1, $2::jsonb);
