// node follow.js CLIENT ADDRESS TOKEN: prints the position of each fact from the first on, as a front end gets to know it.
import { ApolloClient, InMemoryCache, gql } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { Client, subscriptionExchange } from "@urql/core";
import { createClient as createSse } from "graphql-sse";
import { createClient as createWs } from "graphql-ws";
import WebSocket from "ws";
import { resuming } from "./resuming.js";

const [name, address, token] = process.argv.slice(2);
const query = "subscription ($after: Cursor) { events(after: $after) { cursor node { __typename id position } } }";
const variables = { after: "0" };
const Authorization = `Bearer ${token}`;
const patient = { retryAttempts: Infinity, shouldRetry: () => true, retryWait: () => new Promise((go) => setTimeout(go, 20)) };

const ws = () => resuming(createWs({
  url: `${address.replace("http", "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { Authorization },
  ...patient,
}));
const sse = () => resuming(createSse({ url: `${address}/graphql`, headers: { Authorization }, retryAttempts: Infinity, retry: patient.retryWait }));

const sink = {
  next: ({ data, errors }) => {
    if (errors) throw new Error(JSON.stringify(errors));
    process.stdout.write(`${data.events.node.position}\n`);
  },
  error: (error) => { console.error(error); process.exit(1); },
  complete: () => process.exit(0),
};

const followers = {
  "graphql-ws": () => ws().subscribe({ query, variables }, sink),
  "graphql-sse": () => sse().subscribe({ query, variables }, sink),
  "@apollo/client": () => new ApolloClient({ link: new GraphQLWsLink(ws()), cache: new InMemoryCache() })
    .subscribe({ query: gql(query), variables, fetchPolicy: "no-cache" }).subscribe(sink),
  "@urql/core": () => {
    const client = ws();
    const forwardSubscription = (operation) => ({ subscribe: (to) => ({ unsubscribe: client.subscribe(operation, to) }) });
    return new Client({ url: address, exchanges: [subscriptionExchange({ forwardSubscription })], preferGetMethod: false })
      .subscription(query, variables).subscribe((answer) => (answer.error ? sink.error(answer.error) : sink.next(answer)));
  },
};
followers[name]();
