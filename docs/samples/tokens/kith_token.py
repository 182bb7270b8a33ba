import hashlib
import hmac
import json
import os
import time
from base64 import urlsafe_b64encode


def kith_token(external_id: str) -> str:
    """A token by which the browser of this person, who is signed in with you, may speak to Kith for 15 minutes."""

    def part(content: bytes) -> str:
        return urlsafe_b64encode(content).rstrip(b"=").decode()

    now = int(time.time())
    header = {"alg": "HS256", "typ": "JWT", "kid": os.environ["KITH_SIGNING_KID"]}
    claims = {
        "iss": os.environ["KITH_PARTNER_ID"],
        "aud": "kith",
        "sub": external_id,
        "iat": now,
        "exp": now + 900,
    }
    signed = part(json.dumps(header).encode()) + "." + part(json.dumps(claims).encode())
    secret = os.environ["KITH_SIGNING_SECRET"].encode()
    return signed + "." + part(hmac.new(secret, signed.encode(), hashlib.sha256).digest())
