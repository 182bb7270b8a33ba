using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

public static class KithToken
{
    /// <summary>A token by which the browser of this person, who is signed in with you, may speak to Kith for 15 minutes.</summary>
    public static string For(string externalId)
    {
        static string Setting(string name) =>
            Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
        static string Part(byte[] content) => Base64Url.EncodeToString(content); // .NET 9 or newer

        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var header = new Dictionary<string, object> { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = Setting("KITH_SIGNING_KID") };
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Setting("KITH_PARTNER_ID"),
            ["aud"] = "kith",
            ["sub"] = externalId,
            ["iat"] = now,
            ["exp"] = now + 900,
        };
        var signed = Part(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Part(JsonSerializer.SerializeToUtf8Bytes(claims));
        var secret = Encoding.UTF8.GetBytes(Setting("KITH_SIGNING_SECRET"));
        return signed + "." + Part(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed)));
    }
}
