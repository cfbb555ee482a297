/** The public GraphQL API: documents by their names, as files that the server knows in advance. */

const ADDRESS = "/graphql";

/** The token is none, or no longer one. */
export class NotSignedIn extends Error {}

/** What the API says of the documents that the board may send, and of how one signs in. */
export async function about() {
  const answer = await fetch("/board/about.json");
  return answer.json();
}

export class Api {
  constructor(documents, token) {
    this.documents = documents;
    this.token = token;
  }

  /** What a query answers. An answer that did not change comes from the browser's own store. */
  async ask(name, variables = {}, signal = undefined) {
    const said = new URLSearchParams({
      documentId: this.documents[name],
      variables: JSON.stringify(variables),
    });
    return this.#data(await fetch(`${ADDRESS}?${said}`, { headers: this.#headers(), signal }));
  }

  /** What a command comes to: its payload, refusals among it. */
  async command(name, variables) {
    const answer = await fetch(ADDRESS, this.#post(name, variables));
    const [payload] = Object.values(await this.#data(answer));
    return payload;
  }

  /** An event stream of a subscription, from a cursor on where there is one. */
  async stream(name, variables, signal) {
    const request = this.#post(name, variables);
    request.headers.Accept = "text/event-stream";
    const answer = await fetch(ADDRESS, { ...request, signal });
    if (answer.status === 401) throw new NotSignedIn();
    if (!answer.ok) throw new Error((await answer.json()).errors[0].message);
    return answer.body.pipeThrough(new TextDecoderStream());
  }

  #post(name, variables) {
    return {
      method: "POST",
      headers: { ...this.#headers(), "Content-Type": "application/json" },
      body: JSON.stringify({ documentId: this.documents[name], variables }),
    };
  }

  #headers() {
    return { Accept: "application/graphql-response+json", Authorization: `Bearer ${this.token}` };
  }

  async #data(answer) {
    if (answer.status === 401) throw new NotSignedIn();
    const { data, errors } = await answer.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  }
}
