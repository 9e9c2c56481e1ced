using System.Diagnostics;
using System.Net;
using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.IdentityManagement;
using Amazon.LakeFormation;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecretsManager;
using Amazon.SecurityToken;
using LakeTools.Local.Faults;

namespace LakeTools.Tests.Local.Faults;

/// <summary>What faults do to requests, in the process and through the loopback server.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TestLake _lake = new();

    public static TheoryData<string, string, int, string> Words => new()
    {
        { "glue", "ThrottlingException", 400, "InternalServiceException" },
        { "lakeformation", "ThrottlingException", 400, "InternalServiceException" },
        { "secretsmanager", "ThrottlingException", 400, "InternalServiceError" },
        { "logs", "ThrottlingException", 400, "InternalFailure" },
        { "iam", "Throttling", 400, "ServiceFailure" },
        { "sts", "Throttling", 400, "InternalFailure" },
        { "ec2", "RequestLimitExceeded", 503, "InternalError" },
        { "s3", "SlowDown", 503, "InternalError" },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Every_service_fails_in_its_own_words(string service, string throttle, int status, string failure)
    {
        foreach (var isServer in (bool[])[false, true])
        {
            var throttled = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => CallAsync(service, LakeFaultKind.Throttle, isServer));
            Assert.Equal((throttle, status), (throttled.ErrorCode, (int)throttled.StatusCode));
            var failed = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => CallAsync(service, LakeFaultKind.ServerError, isServer));
            Assert.Equal((failure, HttpStatusCode.InternalServerError), (failed.ErrorCode, failed.StatusCode));
            await CallAsync(service, LakeFaultKind.Slow, isServer);
            var lost = await Record.ExceptionAsync(() => CallAsync(service, LakeFaultKind.Reset, isServer));
            Assert.True(lost is HttpRequestException or IOException, $"{lost}");
            var cut = await Record.ExceptionAsync(() => CallAsync(service, LakeFaultKind.CutAnswer, isServer));
            Assert.True(cut is not null, "the answer was whole");
        }
    }

    [Theory]
    [InlineData(LakeFaultKind.Throttle, false)]
    [InlineData(LakeFaultKind.ServerError, false)]
    [InlineData(LakeFaultKind.ConcurrentModification, false)]
    [InlineData(LakeFaultKind.Reset, false)]
    [InlineData(LakeFaultKind.LostAnswer, true)]
    [InlineData(LakeFaultKind.CutAnswer, true)]
    public async Task What_fails_has_its_effect_or_has_none(LakeFaultKind kind, bool hasEffect)
    {
        foreach (var isServer in (bool[])[false, true])
        {
            var name = isServer ? "served" : "local";
            using var glue = Glue(isServer, new LakeFault { Kind = kind, Operation = "Create*" });
            Assert.NotNull(await Record.ExceptionAsync(() =>
                glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = name } }, Ct)));
            var there = (await glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct))
                .DatabaseList?.Exists(database => database.Name == name) ?? false;
            Assert.Equal(hasEffect, there);
        }
    }

    [Fact]
    public async Task A_conflict_strikes_what_can_conflict_and_nothing_else()
    {
        var faults = new LakeFaults([new LakeFault { Kind = LakeFaultKind.ConcurrentModification }]);
        using var glue = new AmazonGlueClient(_lake.CredentialsOf(),
            _lake.Configure(new AmazonGlueConfig(), _lake.Lake.CreateHandler(faults)));
        await Assert.ThrowsAsync<Amazon.Glue.Model.ConcurrentModificationException>(
            () => glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "a" } }, Ct));
        await glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct);
        Assert.Equal(1, faults.Count);
    }

    [Fact]
    public async Task An_object_breaks_off_in_its_middle_or_halts_there()
    {
        using var good = S3();
        await good.PutBucketAsync("data", Ct);
        await good.PutObjectAsync(new PutObjectRequest { BucketName = "data", Key = "k", ContentBody = new string('x', 1_000_000) }, Ct);
        foreach (var isServer in (bool[])[false, true])
        {
            using var cut = S3(isServer, new LakeFault { Kind = LakeFaultKind.CutAnswer, Operation = "GetObject" });
            using (var answer = await cut.GetObjectAsync("data", "k", Ct))
            {
                var copy = new MemoryStream();
                var error = await Record.ExceptionAsync(() => answer.ResponseStream.CopyToAsync(copy, Ct));
                Assert.True(error is IOException or HttpRequestException, $"{error}");
                Assert.Equal(500_000, copy.Length);
            }

            using var slow = S3(isServer, new LakeFault { Kind = LakeFaultKind.Slow, Operation = "GetObject",
                Delay = TimeSpan.FromMilliseconds(100) });
            var watch = Stopwatch.StartNew();
            using var whole = await slow.GetObjectAsync("data", "k", Ct);
            using var reader = new StreamReader(whole.ResponseStream);
            Assert.Equal(1_000_000, (await reader.ReadToEndAsync(Ct)).Length);
            Assert.True(watch.ElapsedMilliseconds >= 190, $"{watch.ElapsedMilliseconds}");
        }
    }

    [Fact]
    public void A_script_strikes_where_it_says()
    {
        var faults = new LakeFaults([new LakeFault { Kind = LakeFaultKind.Reset, Service = "GLUE", Operation = "get*", Skip = 2,
            Count = 2 }]);
        string[] asked = ["GetTable", "CreateTable", "GetTables", "GetDatabase", "GetDatabases", "GetTable"];
        Assert.Equal("...xx.", string.Concat(asked.Select(operation => faults.Next("glue", operation) is null ? '.' : 'x')));
        Assert.Null(faults.Next("lakeformation", "GetLFTag"));
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public void A_rate_strikes_its_share_and_the_same_again()
    {
        string Draw(int seed)
        {
            var faults = new LakeFaults([new LakeFault { Kind = LakeFaultKind.Reset, Rate = 0.3, Seed = seed }]);
            return string.Concat(Enumerable.Range(0, 1000).Select(_ => faults.Next("glue", "GetTable") is null ? '.' : 'x'));
        }

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
        Assert.InRange(Draw(1).Count(c => c == 'x'), 240, 360);
    }

    [Fact]
    public void The_first_of_several_strikes_and_the_second_takes_the_next()
    {
        var faults = new LakeFaults([new LakeFault { Kind = LakeFaultKind.Reset, Count = 1 },
            new LakeFault { Kind = LakeFaultKind.Throttle, Count = 1 }]);
        Assert.Equal([LakeFaultKind.Reset, LakeFaultKind.Throttle, null], Enumerable.Range(0, 3)
            .Select(_ => faults.Next("glue", "GetTable")?.Kind));
    }

    [Fact]
    public async Task A_server_takes_new_faults_and_gives_them_up_without_being_started_anew()
    {
        using var glue = Glue(true, new LakeFault { Kind = LakeFaultKind.Reset });
        Assert.NotNull(await Record.ExceptionAsync(() => glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct)));
        _lake.Lake.StartServer();
        Assert.NotNull(await Record.ExceptionAsync(() => glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct)));
        _lake.Lake.StartServer(faults: new LakeFaults([]));
        await glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct);
    }

    [Fact]
    public async Task Faults_of_one_way_to_the_lake_are_not_on_another()
    {
        using var bad = Glue(false, new LakeFault { Kind = LakeFaultKind.Reset });
        using var good = Glue(false);
        await good.GetDatabasesAsync(new GetDatabasesRequest(), Ct);
        Assert.NotNull(await Record.ExceptionAsync(() => bad.GetDatabasesAsync(new GetDatabasesRequest(), Ct)));
    }

    [Fact]
    public void Every_operation_that_a_service_names_in_conflicts_is_one_that_it_has() =>
        Assert.All(LakeFaults.Conflicting, name =>
            Assert.Contains(name.Split(':')[1], LakeFaults.OperationsOf(name.Split(':')[0]).Values.Single()));

    public void Dispose() => _lake.Dispose();

    private Task CallAsync(string service, LakeFaultKind kind, bool isServer)
    {
        T With<T>(T config)
            where T : ClientConfig => Configure(config, isServer,
                new LakeFault { Kind = kind, Service = service, Delay = TimeSpan.FromMilliseconds(1) });
        var keys = _lake.CredentialsOf();
        return service switch
        {
            "glue" => new AmazonGlueClient(keys, With(new AmazonGlueConfig())).GetDatabasesAsync(new GetDatabasesRequest(), Ct),
            "lakeformation" => new AmazonLakeFormationClient(keys, With(new AmazonLakeFormationConfig()))
                .GetDataLakeSettingsAsync(new(), Ct),
            "secretsmanager" => new AmazonSecretsManagerClient(keys, With(new AmazonSecretsManagerConfig())).ListSecretsAsync(new(), Ct),
            "logs" => new AmazonCloudWatchLogsClient(keys, With(new AmazonCloudWatchLogsConfig()))
                .DescribeLogStreamsAsync(new() { LogGroupName = "/aws-glue/python-jobs/output" }, Ct)
                .ContinueWith(task => task.Exception?.InnerException is Amazon.CloudWatchLogs.Model.ResourceNotFoundException
                    ? Task.CompletedTask : task, Ct).Unwrap(),
            "iam" => new AmazonIdentityManagementServiceClient(keys, With(new AmazonIdentityManagementServiceConfig()))
                .ListRolesAsync(new(), Ct),
            "sts" => new AmazonSecurityTokenServiceClient(keys, With(new AmazonSecurityTokenServiceConfig()))
                .GetCallerIdentityAsync(new(), Ct),
            "ec2" => new AmazonEC2Client(keys, With(new AmazonEC2Config())).DescribeVpcEndpointsAsync(new(), Ct),
            _ => new AmazonS3Client(keys, With(new AmazonS3Config { ForcePathStyle = true }))
                .ListBucketsAsync(new ListBucketsRequest(), Ct),
        };
    }

    private AmazonGlueClient Glue(bool isServer, params LakeFault[] faults) =>
        new(_lake.CredentialsOf(), Configure(new AmazonGlueConfig(), isServer, faults));

    private AmazonS3Client S3(bool isServer = false, params LakeFault[] faults) =>
        new(_lake.CredentialsOf(), Configure(new AmazonS3Config { ForcePathStyle = true }, isServer, faults));

    private T Configure<T>(T config, bool isServer, params LakeFault[] faults)
        where T : ClientConfig
    {
        var injected = new LakeFaults(faults);
        if (!isServer) return _lake.Configure(config, _lake.Lake.CreateHandler(injected));
        config.ServiceURL = _lake.Lake.StartServer(0, injected).AbsoluteUri;
        config.AuthenticationRegion = _lake.Lake.Region;
        config.MaxErrorRetry = 0;
        return config;
    }
}
