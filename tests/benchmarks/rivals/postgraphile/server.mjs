// PostGraphile as its documentation sets it up: the Amber preset, Grafserv on Node, one pool.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const [port, connections] = process.argv.slice(2).map(Number);

const preset = {
  extends: [PostGraphileAmberPreset],
  schema: { defaultBehavior: "-insert -update -delete" },
  pgServices: [makePgService({ schemas: ["shown"], poolConfig: { max: connections } })],
  grafast: {
    context: ({ node }) => ({
      pgSettings: {
        "rival.organization": node?.req.headers.organization,
        "rival.viewer": node?.req.headers.viewer,
      },
    }),
  },
};

const serv = postgraphile(preset).createServ(grafserv);
const server = createServer();
await serv.addTo(server);
server.listen(port, "127.0.0.1");
