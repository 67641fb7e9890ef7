// Asks a server for the time every five seconds and prints the answer.
const url = process.argv[2];

async function visit() {
  try {
    const response = await fetch(url);
    process.stdout.write(await response.text());
  } catch (error) {
    console.error(`no answer from ${url}: ${error.cause?.code ?? error.message}`);
  }
}

await visit();
setInterval(() => void visit(), 5000);
