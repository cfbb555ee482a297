-- A key of a program, also one that was revoked.
create view api_key as
select k.* from api_keys k;
