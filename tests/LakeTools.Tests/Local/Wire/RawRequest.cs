using System.Security.Cryptography;
using System.Text;
using LakeTools.Local;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Tests.Local.Wire;

/// <summary>
/// A request made and signed by hand, after AWS's documentation of Signature v4 and apart from the code under test.
/// Only what these tests send is covered: paths and queries that need no encoding, and one value a header.
/// </summary>
internal sealed record RawRequest(string Method, string Host, string Path, string Query, string Body)
{
    public SortedDictionary<string, string> Headers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Adds the headers of a signature.</summary>
    public RawRequest Sign(LocalCredential keys, string service, DateTimeOffset? at = null, string? payload = null)
    {
        var time = (at ?? DateTimeOffset.UtcNow).UtcDateTime;
        var (stamp, day) = ($"{time:yyyyMMdd'T'HHmmss'Z'}", $"{time:yyyyMMdd}");
        var headers = new SortedDictionary<string, string>(Headers, StringComparer.Ordinal) { ["x-amz-date"] = stamp };
        if (service == "s3") headers["x-amz-content-sha256"] = payload ?? Hash(Body);
        if (keys.SessionToken is { } token) headers["x-amz-security-token"] = token;
        var signed = new SortedDictionary<string, string>(headers, StringComparer.Ordinal) { ["host"] = Host };
        var names = string.Join(';', signed.Keys);
        var lines = string.Concat(signed.Select(header => $"{header.Key}:{header.Value}\n"));
        var canonical = $"{Method}\n{Path}\n{Query}\n{lines}\n{names}\n{payload ?? Hash(Body)}";
        var scope = $"{day}/eu-central-1/{service}/aws4_request";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + keys.SecretAccessKey), Hmac);
        var signature = Convert.ToHexStringLower(Hmac(key, $"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Hash(canonical)}"));
        headers["authorization"] = $"AWS4-HMAC-SHA256 Credential={keys.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={signature}";
        return this with { Headers = headers };
    }

    /// <summary>The same with a header changed, added, or left out.</summary>
    public RawRequest With(string header, string? value)
    {
        var headers = new SortedDictionary<string, string>(Headers, StringComparer.Ordinal);
        headers.Remove(header);
        if (value is not null) headers[header] = value;
        return this with { Headers = headers };
    }

    /// <summary>Says whether two requests are the same on the wire.</summary>
    public bool IsSameAs(RawRequest other) => this == (other with { Headers = Headers }) && Headers.SequenceEqual(other.Headers);

    /// <summary>Its request line and headers as they go over the wire, with the empty line; what follows is the test's.</summary>
    public string HeadOnWire()
    {
        var target = Query.Length == 0 ? Path : $"{Path}?{Query}";
        return $"{Method} {target} HTTP/1.1\r\nhost: "
            + $"{Host}\r\n{string.Concat(Headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}\r\n";
    }

    /// <summary>Sends it.</summary>
    public async Task<(int Status, string Body)> SendAsync(LocalLake lake)
    {
        var headers = new WireHeaders();
        foreach (var (name, value) in Headers) headers.Append(name, value);
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(Body));
        var answer = await lake.Instance.Router.HandleAsync(
            new WireRequest { Method = Method, Path = Path, Query = Query, Host = Host, Headers = headers, Body = body },
                CancellationToken.None);
        using var reader = new StreamReader(answer.Body);
        return (answer.Status, await reader.ReadToEndAsync());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
