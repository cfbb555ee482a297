-- Who is in on what few people see though it is no objective: it stands where the id of an objective would decide.
create table circles (
  like versioned including all,
  people uuid[] not null
);
