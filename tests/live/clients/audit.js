// node audit.js ADDRESS TOKEN: prints as JSON what the audits of graphql-http say about a server.
import { auditServer } from "graphql-http";

const [address, token] = process.argv.slice(2);
const asking = (url, { headers, ...said } = {}) =>
  fetch(url, { ...said, headers: { ...Object.fromEntries(new Headers(headers)), Authorization: `Bearer ${token}` } });
const results = await auditServer({ url: `${address}/graphql`, fetchFn: asking });
process.stdout.write(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
