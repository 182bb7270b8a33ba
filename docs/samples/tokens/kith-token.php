<?php

/** A token by which the browser of this person, who is signed in with you, may speak to Kith for 15 minutes. */
function kith_token(string $externalId): string
{
    $part = fn (string $bytes): string => rtrim(strtr(base64_encode($bytes), "+/", "-_"), "=");
    $now = time();
    $header = ["alg" => "HS256", "typ" => "JWT", "kid" => getenv("KITH_SIGNING_KID")];
    $claims = [
        "iss" => getenv("KITH_PARTNER_ID"),
        "aud" => "kith",
        "sub" => $externalId,
        "iat" => $now,
        "exp" => $now + 900,
    ];
    $signed = $part(json_encode($header, JSON_THROW_ON_ERROR)) . "." . $part(json_encode($claims, JSON_THROW_ON_ERROR));
    return $signed . "." . $part(hash_hmac("sha256", $signed, getenv("KITH_SIGNING_SECRET"), true));
}
