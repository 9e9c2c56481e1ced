using FsCheck;
using FsCheck.Fluent;
using LakeTools.Local.Identity;

namespace LakeTools.Tests.Local.Wire;

public sealed class SignatureTests : IDisposable
{
    private const string Sts = "sts.eu-central-1.amazonaws.com";
    private const string S3 = "s3.eu-central-1.amazonaws.com";
    private const string Glue = "glue.eu-central-1.amazonaws.com";
    private const string Form = "application/x-www-form-urlencoded";
    private const string WhoAmI = "Action=GetCallerIdentity&Version=2011-06-15";

    private readonly FakeClock _clock = new();
    private readonly TestLake _lake;
    private readonly LocalCredential _keys;

    public SignatureTests()
    {
        _lake = new TestLake(_clock);
        _keys = _lake.Lake.CredentialFor(TestLake.Analyst);
    }

    [Fact]
    public async Task A_request_signed_by_the_documentation_is_accepted()
    {
        Assert.Equal(200, (await Identity().SendAsync(_lake.Lake)).Status);
        Assert.Equal(200, (await Put().SendAsync(_lake.Lake)).Status);
    }

    /// <summary>Whatever is changed of a signed request, it is refused: 403, or for a body 400, where S3 has a code of its own.</summary>
    [Fact]
    public void A_request_changed_anywhere_is_refused()
    {
        var places =
            from request in Gen.Elements(Identity(), Put())
            from part in Gen.Elements<string>(
                ["method", "host", "path", "query", "body", .. request.Headers.Keys.Where(name => name != "authorization")])
            from at in Gen.Choose(0, 200)
            from character in Gen.Elements("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".ToCharArray())
            select (Sent: request, Changed: Change(request, part, at, character), Part: part);
        Prop.ForAll(places.Where(place => !place.Sent.IsSameAs(place.Changed)).ToArbitrary(), place =>
        {
            var status = StatusOf(place.Changed);
            return (status is 400 or 403).Label($"{place.Part}: {status}");
        }).QuickCheckThrowOnFailure();
        Assert.Equal(200, StatusOf(Identity()));
    }

    [Fact]
    public void A_changed_signature_is_refused()
    {
        var request = Identity();
        var header = request.Headers["authorization"];
        var start = header.IndexOf("Signature=", StringComparison.Ordinal) + "Signature=".Length;
        for (var i = start; i < header.Length; i++)
        {
            var changed = header[..i] + (header[i] == '0' ? '1' : '0') + header[(i + 1)..];
            Assert.Equal(403, StatusOf(request.With("authorization", changed)));
        }
    }

    [Fact]
    public async Task Every_failure_has_the_code_of_its_protocol()
    {
        var other = new LocalCredential(_keys.AccessKeyId, "not the secret", null, TestLake.Analyst, null);
        var unknown = new LocalCredential("AKIAAAAAAAAAAAAAAAAA", _keys.SecretAccessKey, null, TestLake.Analyst, null);
        var ended = _lake.Lake.Instance.Store.Write(session =>
            _lake.Lake.Instance.Context.Identity.IssueSession(session, TestLake.Analyst, "short", TimeSpan.FromMinutes(15)));
        _clock.Now += TimeSpan.FromMinutes(16);
        (string What, Func<RawRequest, string, RawRequest> Make)[] failures =
        [
            ("missing", (request, _) => request),
            ("incomplete", (request, service) =>
                request.Sign(_keys, service, _clock.Now).With("authorization", "AWS4-HMAC-SHA256 Credential=x")),
            ("unknown", (request, service) => request.Sign(unknown, service, _clock.Now)),
            ("signature", (request, service) => request.Sign(other, service, _clock.Now)),
            ("token", (request, service) => request.Sign(_keys with { SessionToken = "forged" }, service, _clock.Now)),
            ("expired", (request, service) => request.Sign(ended, service, _clock.Now)),
            ("old", (request, service) => request.Sign(_keys, service, _clock.Now - TimeSpan.FromMinutes(20))),
            ("future", (request, service) => request.Sign(_keys, service, _clock.Now + TimeSpan.FromMinutes(20))),
        ];
        (string What, int Sts, string StsCode, int S3, string S3Code, int Glue, string GlueCode)[] expected =
        [
            ("missing", 403, "MissingAuthenticationToken", 403, "AccessDenied", 400, "MissingAuthenticationTokenException"),
            ("incomplete", 400, "IncompleteSignature", 400, "AuthorizationHeaderMalformed", 400, "IncompleteSignatureException"),
            ("unknown", 403, "InvalidClientTokenId", 403, "InvalidAccessKeyId", 400, "UnrecognizedClientException"),
            ("signature", 403, "SignatureDoesNotMatch", 403, "SignatureDoesNotMatch", 400, "InvalidSignatureException"),
            ("token", 403, "InvalidClientTokenId", 403, "InvalidAccessKeyId", 400, "UnrecognizedClientException"),
            ("expired", 403, "ExpiredToken", 400, "ExpiredToken", 400, "ExpiredTokenException"),
            ("old", 403, "SignatureDoesNotMatch", 403, "RequestTimeTooSkewed", 400, "InvalidSignatureException"),
            ("future", 403, "SignatureDoesNotMatch", 403, "RequestTimeTooSkewed", 400, "InvalidSignatureException"),
        ];
        foreach (var (what, make) in failures)
        {
            var sts = await make(Unsigned(Sts), "sts").SendAsync(_lake.Lake);
            var s3 = await make(Unsigned(S3) with { Method = "GET", Body = "" }, "s3").SendAsync(_lake.Lake);
            var glue = await make(new RawRequest("POST", Glue, "/", "", "{}") { Headers = { ["x-amz-target"] = "AWSGlue.GetDatabases" } },
                "glue")
                .SendAsync(_lake.Lake);
            var glueCode = (string)System.Text.Json.Nodes.JsonNode.Parse(glue.Body)!["__type"]!;
            Assert.Contains((what, sts.Status, CodeOf(sts.Body), s3.Status, CodeOf(s3.Body), glue.Status, glueCode), expected);
        }
    }

    [Fact]
    public async Task An_unsigned_header_of_AWS_is_refused()
    {
        var request = Put().With("x-amz-meta-added", "on the way");
        Assert.Equal(403, (await request.SendAsync(_lake.Lake)).Status);
    }

    public void Dispose() => _lake.Dispose();

    private static RawRequest Unsigned(string host) => new("POST", host, "/", "", WhoAmI) { Headers = { ["content-type"] = Form } };

    private RawRequest Identity() => Unsigned(Sts).Sign(_keys, "sts", _clock.Now);

    private RawRequest Put() => new RawRequest("PUT", S3, "/any-bucket-name", "",
        "") { Headers = { ["x-amz-meta-a"] = "b", ["content-md5"] = "1B2M2Y8AsgTpgAmY7PhCfg==" } }
        .Sign(_lake.Lake.CredentialFor(_lake.Lake.AdministratorArn), "s3", _clock.Now);

    private static RawRequest Change(RawRequest request, string part, int at, char character) => part switch
    {
        "method" => request with { Method = request.Method == "PUT" ? "HEAD" : "GET" },
        "host" => request with { Host = Replace(request.Host, at, character) },
        "path" => request with { Path = "/" + Replace(request.Path[1..], at, character) },
        "query" => request with { Query = Replace(request.Query, at, character) },
        "body" => request with { Body = Replace(request.Body, at, character) },
        _ => request.With(part, Replace(request.Headers[part], at, character)),
    };

    /// <summary>The text with one character replaced, or added to an empty text.</summary>
    private static string Replace(string text, int at, char character)
    {
        if (text.Length == 0) return character.ToString();
        at %= text.Length;
        return text[..at] + character + text[(at + 1)..];
    }

    private int StatusOf(RawRequest request) => request.SendAsync(_lake.Lake).GetAwaiter().GetResult().Status;

    private static string CodeOf(string xml) =>
        System.Xml.Linq.XDocument.Parse(xml).Descendants().First(element => element.Name.LocalName == "Code").Value;
}
