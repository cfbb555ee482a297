-- By which issuer and subject a person is found.
create view identity as
select i.* from identities i;
