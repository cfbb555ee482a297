// Wraps a client of graphql-ws or graphql-sse: whenever it connects again, it asks for what came after the last fact.
export const resuming = (client) => ({
  ...client,
  subscribe: ({ variables, ...asked }, sink) => {
    const resumed = { ...variables };
    const next = (answer) => {
      resumed.after = answer.data?.events?.cursor ?? resumed.after;
      sink.next(answer);
    };
    return client.subscribe({ ...asked, variables: resumed }, { ...sink, next });
  },
});
