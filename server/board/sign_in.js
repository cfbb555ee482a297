/** Who looks: by a link with a token, or at an issuer that the server trusts (OIDC, code flow with PKCE). */

import { make } from "./element.js";

const KEPT = "okrlog.token";
const BEGUN = "okrlog.sign-in";

/** The token of the address or of this tab; null where there is none. Raises what an issuer declined. */
export async function signedIn() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  const returned = new URLSearchParams(location.search);
  if (given) {
    sessionStorage.setItem(KEPT, given);
    history.replaceState(null, "", location.pathname);
  } else if (returned.has("state")) {
    history.replaceState(null, "", "/");
    sessionStorage.setItem(KEPT, await finished(returned));
  }
  return sessionStorage.getItem(KEPT);
}

/** Forget the token. */
export function signOut() {
  sessionStorage.removeItem(KEPT);
}

export class SignIn extends HTMLElement {
  /** The ways in, and what went wrong with the last one. */
  show(issuers, trouble, entered) {
    this.hidden = false;
    const token = make("input", { id: "token", type: "password", autocomplete: "off", required: true });
    const enter = (event) => {
      event.preventDefault();
      sessionStorage.setItem(KEPT, token.value.trim());
      entered();
    };
    this.replaceChildren(make("section", { "aria-labelledby": "sign-in-title" },
      make("h2", { id: "sign-in-title" }, "Sign in"),
      make("p", { role: "alert", class: "refusal" }, trouble ?? ""),
      ...issuers.map((each) => make("button", { type: "button", class: "primary", onclick: () => begin(each) },
        `Sign in at ${new URL(each.issuer).host}`)),
      make("form", { onsubmit: enter },
        make("label", { for: "token" }, "Token"), token, make("button", { type: "submit" }, "Enter"),
        make("p", {}, "`okrlog token` prints one; `make demo` prints a link with one."))));
    this.querySelector("button, input").focus();
  }
}

async function described(issuer) {
  const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  return answer.json();
}

async function begin({ issuer, client, audience }) {
  const [verifier, state] = [chance(), chance()];
  sessionStorage.setItem(BEGUN, JSON.stringify({ issuer, client, audience, verifier, state }));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const { authorization_endpoint: address } = await described(issuer);
  location.assign(`${address}?${new URLSearchParams({
    response_type: "code", client_id: client, redirect_uri: `${location.origin}/`, scope: "openid profile email",
    state, code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: "S256",
  })}`);
}

async function finished(returned) {
  const begun = JSON.parse(sessionStorage.getItem(BEGUN) ?? "{}");
  sessionStorage.removeItem(BEGUN);
  if (returned.get("state") !== begun.state) throw new Error("That sign-in was not begun here: try again.");
  if (returned.has("error")) throw new Error(returned.get("error_description") ?? returned.get("error"));
  const { token_endpoint: address } = await described(begun.issuer);
  const answer = await fetch(address, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code", code: returned.get("code"), client_id: begun.client,
      redirect_uri: `${location.origin}/`, code_verifier: begun.verifier,
    }),
  });
  const given = await answer.json();
  if (!answer.ok) throw new Error(given.error_description ?? given.error);
  return forUs([given.access_token, given.id_token], begun.audience);
}

// Some issuers name this API in the access token, others know the client alone, in the ID token.
function forUs(tokens, audience) {
  const found = tokens.find((each) => each && [claims(each).aud].flat().includes(audience));
  if (!found) throw new Error(`The issuer gave no token for ${audience}.`);
  return found;
}

function claims(token) {
  try {
    return JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return {}; // a token that only its issuer can read
  }
}

const chance = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

customElements.define("okr-sign-in", SignIn);
