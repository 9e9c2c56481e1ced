using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Local.Identity;
using LakeTools.Local.S3;
using LakeTools.Local.Services;
using LakeTools.Local.Store;
using LakeTools.Local.Wire.Models;
using LakeTools.Tests.Local.Lakes;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.Gates;

/// <summary>
/// Every operation that writes what Lake Formation guards, sent by who has no right and by vended keys: each is answered with an error and
/// leaves the whole store as it was. So that this shows something, each changes the store when the maker of everything sends it.
/// </summary>
public sealed class WriteWalkTests
{
    private const string Guest = "arn:aws:iam::111122223333:role/Guest";

    [Fact]
    public async Task Who_has_no_right_changes_nothing()
    {
        using var made = await MadeAsync();
        var wrong = new List<string>();
        foreach (var (call, before) in WriteWalk.Guarded)
        {
            using var lake = new TestLake(like: made.Folder);
            foreach (var first in before) await first.SendAsync(lake.Lake);
            var maker = lake.Lake.CredentialFor(lake.Lake.AdministratorArn);
            LocalCredential[] strangers = [lake.Lake.CredentialFor(Guest), Vended(lake)];
            var state = Dump(lake);
            foreach (var keys in strangers)
            {
                var (status, body) = await SendAsync(lake, call, keys, made.Upload);
                if (status >= 500 || (status < 300 && !body.Contains("AccessDenied", StringComparison.Ordinal)))
                    wrong.Add($"{call.Operation} answers {status} {body}");
                if (Dump(lake) != state) wrong.Add($"{call.Operation} changes the lake");
            }

            var done = await SendAsync(lake, call, maker, made.Upload);
            if (done.Status >= 300 || Dump(lake) == state)
                wrong.Add($"{call.Operation} of its maker does nothing: {done.Status} {done.Body}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What is asked of another account's catalog is not done to this one.</summary>
    [Fact]
    public async Task The_catalog_of_another_account_is_another()
    {
        using var made = await MadeAsync();
        var wrong = new List<string>();
        using var lake = new TestLake(like: made.Folder);
        var maker = lake.Lake.CredentialFor(lake.Lake.AdministratorArn);
        foreach (var call in WriteWalk.Guarded.Select(item => item.Call).Where(call => call.Service == "glue"))
        {
            if (!ServiceModel.For("glue").Operations[call.Operation].Members.ContainsKey("CatalogId")) continue;
            var body = JsonNode.Parse(call.Body)!.AsObject();
            if (body["CatalogId"] is not null) continue; // the catalog itself is meant
            body["CatalogId"] = "999988887777";
            var state = Dump(lake);
            var (status, answer) = await SendAsync(lake, call with { Body = body.ToJsonString() }, maker, made.Upload);
            if (status is < 400 or >= 500 || Dump(lake) != state) wrong.Add($"{call.Operation} answers {status} {answer}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Vended keys open objects: every operation of every service answers them with an error, whatever it is asked.</summary>
    [Fact]
    public async Task Vended_keys_do_nothing_in_any_service()
    {
        using var made = await MadeAsync();
        using var lake = new TestLake(like: made.Folder);
        var keys = Vended(lake, "s3://weather-data/seattle/");
        var state = Dump(lake);
        var wrong = new List<string>();
        foreach (var (service, operations) in AnsweredOperations.ByService())
        {
            foreach (var operation in operations.Where(_ => service != "s3"))
            {
                var isForm = service is "iam" or "sts" or "ec2";
                if (operation == "GetCallerIdentity") continue; // who holds them may still ask who they are
                var call = new RecordedCall(isForm ? "iam" : service, operation, isForm ? $"Action={operation}" : "{}");
                var request = call.ToRequest() with { Host = $"{service}.eu-central-1.amazonaws.com" };
                var (status, answer) = await request.Sign(keys, service).SendAsync(lake.Lake);
                if (status is < 400 or >= 500) wrong.Add($"{service} {operation} answers {status} {answer}");
            }
        }

        const string Object = "/weather-data/seattle/year%3D2012/a.csv";
        string[] settings =
        [
            "accelerate", "acl", "cors", "encryption", "lifecycle", "logging", "notification", "ownershipControls", "policy",
            "policyStatus", "publicAccessBlock", "replication", "requestPayment", "tagging", "versioning", "versions", "website",
        ];
        string[] requests =
        [
            "GET /", "PUT /new-bucket", "DELETE /weather-data", "GET /weather-data?list-type=2", "GET /weather-data",
            .. settings.SelectMany(word => (string[])["GET", "PUT", "DELETE"], (word, method) => $"{method} /weather-data?{word}="),

            // Of an object that the keys open: neither its versions nor its access control list.
            $"GET {Object}?versionId=null", $"HEAD {Object}?versionId=null", $"DELETE {Object}?versionId=null",
            $"GET {Object}?tagging=&versionId=null", $"GET {Object}?acl=", $"PUT {Object}?acl= x-amz-acl=private",
            $"PUT /weather-data/seattle/copied x-amz-copy-source={Object}?versionId=null", "GET /weather-data?prefix=seattle%2F&versions=",
        ];
        foreach (var request in requests)
        {
            var (status, answer) = await SendAsync(lake, new RecordedCall("s3", request), keys);
            if (status is < 400 or 500 or > 501) wrong.Add($"{request} answers {status} {answer}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(state, Dump(lake));
    }

    /// <summary>A new operation that writes stands in the walk, or among those of which IAM decides.</summary>
    [Fact]
    public void Every_operation_that_writes_is_walked()
    {
        var walked = WriteWalk.Guarded.Select(item => item.Call).Select(call => call.Service == "s3" ? call.Answer : call.Operation)
            .Concat(WriteWalk.IamDecides.Values.SelectMany(names => names)).Concat(WriteWalk.WriteNothing)
            .Concat(WriteWalk.WalkedByPeers);
        Assert.Equal(Writing().Order(StringComparer.Ordinal), walked.Distinct().Order(StringComparer.Ordinal));
    }

    private static List<string> Writing()
    {
        var names = S3Routes.Names.Where(name => !name.StartsWith("Get", StringComparison.Ordinal)
            && !name.StartsWith("List", StringComparison.Ordinal) && !name.StartsWith("Head", StringComparison.Ordinal)).ToList();
        foreach (var service in LakeServices.Create())
        {
            using (service)
            {
                if (!WriteWalk.IamGuards.Contains(service.Service))
                    names.AddRange(service.Operations.Where(operation => operation.Value.Writes).Select(operation => operation.Key));
            }
        }

        return names;
    }

    /// <summary>The kept lake's things, and an upload that was begun.</summary>
    private static async Task<MadeLake> MadeAsync()
    {
        var lake = new TestLake();
        foreach (var call in KeptLake.Making) await call.SendAsync(lake.Lake);
        var maker = lake.Lake.CredentialFor(lake.Lake.AdministratorArn);
        var begun = await SendAsync(lake, new RecordedCall("s3", "POST /weather-data/seattle/upload?uploads="), maker);
        var upload = Regex.Match(begun.Body, "<UploadId>(.*)</UploadId>").Groups[1].Value;
        var part = new RecordedCall("s3", "PUT /weather-data/seattle/upload?partNumber=1&uploadId={upload}", "part");
        Assert.Equal(200, (await SendAsync(lake, part, maker, upload)).Status);
        return new MadeLake(lake, upload);
    }

    private static async Task<(int Status, string Body)> SendAsync(
        TestLake lake,
        RecordedCall call,
        LocalCredential keys,
        string upload = "")
    {
        // An ETag of a part is the MD5 of its bytes.
        var etag = Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData("part"u8));
        var request = (call with
        {
            Operation = call.Operation.Replace("{upload}", upload, StringComparison.Ordinal),
            Body = call.Body.Replace("{etag}", etag, StringComparison.Ordinal),
        }).ToRequest();
        if (call.Service == "s3" && call.Operation.Split(' ') is [_, _, var header])
            request = request.With(header.Split('=', 2)[0], header.Split('=', 2)[1]);
        return await request.Sign(keys, call.Service).SendAsync(lake.Lake);
    }

    private static LocalCredential Vended(TestLake lake, string prefix = "s3://weather-data/elsewhere/")
    {
        var instance = lake.Lake.Instance;
        return instance.Store.Write(session => instance.Context.Identity.IssueVended(session, new Caller(Guest, Guest, TestLake.Account),
            new VendedScope([prefix], CanWrite: true), TimeSpan.FromHours(1)));
    }

    /// <summary>All rows of all tables, and the files of objects.</summary>
    private static string Dump(TestLake lake) => lake.Lake.Instance.Store.Read(session =>
    {
        var tables = session.Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", row => row.GetString(0));
        return JsonSerializer.Serialize(tables.Select(table => session.Query($"SELECT * FROM \"{table}\"", row =>
            string.Join('|', Enumerable.Range(0, row.FieldCount).Select(field =>
                row.IsDBNull(field) ? "" : row.GetValue(field) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(field)}")))
            .Order(StringComparer.Ordinal).Prepend(table))) + string.Join('\n', lake.ObjectFiles());
    });

    /// <summary>A lake that is closed, so that others may begin as it is.</summary>
    private sealed class MadeLake : IDisposable
    {
        public MadeLake(TestLake lake, string upload)
        {
            Upload = upload;
            Folder = Directory.CreateTempSubdirectory("made-").FullName;
            lake.Lake.Dispose();
            foreach (var file in Directory.EnumerateFiles(lake.Folder, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(Folder, Path.GetRelativePath(lake.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            lake.Dispose();
        }

        public string Folder { get; }

        public string Upload { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
