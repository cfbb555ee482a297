/** GraphiQL with the viewer's token, subscriptions, and the examples of the documentation. */

import "graphiql/style.css";
import "./page.css";
import { signedIn } from "/board/sign_in.js";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const AT = "/explorer/";

globalThis.MonacoEnvironment = {
  getWorker: (_, label) =>
    new Worker(`${AT}${["json", "graphql"].includes(label) ? label : "editor"}.js`, { type: "module" }),
};

async function begin() {
  const token = await signedIn();
  if (token === null) return; // the page says where to sign in
  const examples = await (await fetch(`${AT}examples.json`)).json();
  const Authorization = `Bearer ${token}`;
  const fetcher = createGraphiQLFetcher({
    url: "/graphql",
    headers: { Authorization },
    wsClient: createClient({ url: `${location.origin.replace(/^http/, "ws")}/graphql`, connectionParams: { Authorization } }),
  });
  const defaultTabs = examples.map((query) => ({ query }));
  createRoot(document.getElementById("explorer"))
    .render(createElement(GraphiQL, { fetcher, defaultTabs, shouldPersistHeaders: false }));
}

begin();
