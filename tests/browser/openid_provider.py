"""A small OpenID provider for this machine only: discovery, code flow with PKCE, tokens signed with RS256, logging out.

`python -m tests.browser.openid_provider PORT REDIRECT_URI` serves it. It checks what a real one checks, and answers 400
otherwise. See OpenID Connect Core 1.0 and RFC 7636.
"""

import base64
import hashlib
import json
import secrets
import sys
import time
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

CLIENT_ID, CLIENT_SECRET = "tel-en-vertel", "a-secret-for-tests-only"
KEY_ID = "one"
# Who can log in, and what the provider says of them.
PEOPLE = {
    "anna": {"name": "Anna de Vries", "email": "anna@example.org", "email_verified": True, "groups": ["leaders"]},
    "bob": {"name": "Bob Bakker", "email": "bob@example.org", "email_verified": True, "groups": ["readers", "others"]},
    "carla": {"name": "Carla Smit", "email": "carla@city.example", "email_verified": True, "groups": ["funders"]},
    "dirk": {"name": "Dirk Mol", "email": "dirk@example.org", "email_verified": True},
    "eva": {"name": "Eva Unverified", "email": "dirk@example.org", "email_verified": False},
    "mallory": {"name": "Mallory", "email": "dirk@example.org", "email_verified": True},
}
# Whose token is signed with a key that is not the provider's.
FORGED = "mallory"


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def encoded_number(number: int) -> str:
    return encoded(number.to_bytes((number.bit_length() + 7) // 8, "big"))


class Provider:
    """What it knows: its keys, and the codes that were given out and not yet used."""

    def __init__(self, issuer: str, redirect_uri: str) -> None:
        self.issuer, self.redirect_uri = issuer, redirect_uri
        self.codes: dict[str, dict[str, str]] = {}
        self._key, self._other_key = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))

    def discovery(self) -> dict[str, object]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
        }

    def jwks(self) -> dict[str, object]:
        numbers = self._key.public_key().public_numbers()
        key = {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": KEY_ID}
        return {"keys": [{**key, "n": encoded_number(numbers.n), "e": encoded_number(numbers.e)}]}

    def is_right_request(self, asked: dict[str, str]) -> bool:
        return (
            (asked.get("client_id"), asked.get("redirect_uri")) == (CLIENT_ID, self.redirect_uri)
            and asked.get("response_type") == "code"
            and "openid" in asked.get("scope", "").split()
            and asked.get("code_challenge_method") == "S256"
            and all(asked.get(needed) for needed in ("code_challenge", "state", "nonce"))
        )

    def give_code(self, login: str, asked: dict[str, str]) -> str:
        code = secrets.token_urlsafe()
        self.codes[code] = {"login": login, "nonce": asked["nonce"], "challenge": asked["code_challenge"]}
        return f"{self.redirect_uri}?{urlencode({'code': code, 'state': asked['state']})}"

    def tokens(self, asked: dict[str, str], authorization: str) -> dict[str, object] | None:
        """For a code that is used for the first time, by the client that asked for it; else None."""
        client = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        given = self.codes.pop(asked.get("code", ""), None)
        challenge = encoded(hashlib.sha256(asked.get("code_verifier", "").encode()).digest())
        if given is None or challenge != given["challenge"] or client != f"{CLIENT_ID}:{CLIENT_SECRET}":
            return None
        return {
            "access_token": secrets.token_urlsafe(), "token_type": "Bearer", "expires_in": 300,
            "id_token": self._id_token(given["login"], given["nonce"]),
        }  # fmt: skip

    def _id_token(self, login: str, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer, "sub": login, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": nonce,
            **PEOPLE[login],
        }  # fmt: skip
        header = {"alg": "RS256", "typ": "JWT", "kid": KEY_ID}
        signed = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims))
        key = self._other_key if login == FORGED else self._key
        return f"{signed}.{encoded(key.sign(signed.encode(), padding.PKCS1v15(), SHA256()))}"


class Answers(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        path, asked = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
        if path == "/.well-known/openid-configuration":
            self._json(self.provider.discovery())
        elif path == "/jwks":
            self._json(self.provider.jwks())
        elif path == "/authorize" and self.provider.is_right_request(asked):
            self._ask_who(asked)
        elif path == "/login" and self.provider.is_right_request(asked) and asked.get("login") in PEOPLE:
            self._lead_to(self.provider.give_code(asked.pop("login"), asked))
        elif path == "/logout" and asked.get("post_logout_redirect_uri") == self.provider.redirect_uri:
            self._lead_to(self.provider.redirect_uri)
        else:
            self._answer(400, "text/plain", b"not right")

    def do_POST(self) -> None:
        asked = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        tokens = self.provider.tokens(asked, self.headers.get("Authorization", ""))
        if tokens is None:
            self._answer(400, "application/json", b'{"error": "invalid_grant"}')
        else:
            self._json(tokens)

    def _ask_who(self, asked: dict[str, str]) -> None:
        links = (f'<li><a href="/login?{escape(urlencode({**asked, "login": name}))}">{name}</a>' for name in PEOPLE)
        self._answer(200, "text/html", f"<h1>Who are you?</h1><ul>{''.join(links)}</ul>".encode())

    def _json(self, content: dict[str, object]) -> None:
        self._answer(200, "application/json", json.dumps(content).encode())

    def _lead_to(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def main(port: int, redirect_uri: str) -> None:
    Answers.provider = Provider(f"http://localhost:{port}", redirect_uri)
    ThreadingHTTPServer(("localhost", port), Answers).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
