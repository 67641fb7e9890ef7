// Answers every request with the time. Ends in good order when asked to.
import { createServer } from "node:http";

const server = createServer((request, response) => {
  response.setHeader("content-type", "text/plain");
  response.end(`${new Date().toISOString()} ${request.url}\n`);
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => {
  console.log(`listening on port ${process.env.PORT}`);
});
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
