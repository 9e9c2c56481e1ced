using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace LakeTools.Tests.Aws;

/// <summary>
/// Our clients of the JSON services, against a service that a test scripts. Source of the wire forms: the services' API models.
/// </summary>
public sealed class JsonClientTests
{
    private static readonly BasicAWSCredentials s_keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI");

    [Fact]
    public async Task A_rest_json_request_names_its_operation_in_the_path()
    {
        var service = Answering("{}");
        await LakeFormation(service).GrantPermissionsAsync(
            new GrantPermissionsRequest
            {
                Principal = new() { DataLakePrincipalIdentifier = "arn:aws:iam::111122223333:role/a" },
                Resource = new() { Table = new() { DatabaseName = "d", TableWildcard = new() } },
                Permissions = ["SELECT"],
            },
            TestContext.Current.CancellationToken);
        var (request, body) = Assert.Single(service.Asked);
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("https://lakeformation.eu-central-1.amazonaws.com/GrantPermissions", request.RequestUri!.ToString());
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.MediaType);
        Assert.False(request.Headers.Contains("X-Amz-Target"));
        Same("""
            {"Permissions":["SELECT"],"Principal":{"DataLakePrincipalIdentifier":"arn:aws:iam::111122223333:role/a"},
            "Resource":{"Table":{"DatabaseName":"d","TableWildcard":{}}}}
            """, body);
    }

    [Fact]
    public async Task A_json_request_names_its_operation_in_the_target()
    {
        var service = Answering("""{"DatabaseList":[]}""");
        await Glue(service).GetDatabasesAsync(new GetDatabasesRequest { MaxResults = 5 }, TestContext.Current.CancellationToken);
        var (request, body) = Assert.Single(service.Asked);
        Assert.Equal("https://glue.eu-central-1.amazonaws.com/", request.RequestUri!.ToString());
        Assert.Equal(["AWSGlue.GetDatabases"], request.Headers.GetValues("X-Amz-Target"));
        Assert.Equal("application/x-amz-json-1.1", request.Content!.Headers.ContentType!.MediaType);
        Same("""{"MaxResults":5}""", body);
    }

    public static TheoryData<string> Services => ["lakeformation", "glue", "secretsmanager"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_request_is_signed_for_its_service_and_region(string name)
    {
        var service = Answering("{}");
        await AskAsync(name, service);
        var signature = service.Asked[0].Request.Headers.GetValues("Authorization").Single();
        Assert.Matches($"^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{{8}}/eu-central-1/{name}/aws4_request", signature);
    }

    [Fact]
    public async Task A_modelled_error_is_its_exception()
    {
        const string Answer = """
            {"__type":"com.amazonaws.glue#EntityNotFoundException:http://x","Message":"Entity Not Found","FromFederationSource":true}
            """;
        var service = new ScriptedService((HttpStatusCode.BadRequest, Answer));
        var error = await Assert.ThrowsAsync<Amazon.Glue.Model.EntityNotFoundException>(() =>
            Glue(service).GetTableAsync(new GetTableRequest { DatabaseName = "d", Name = "t" }, TestContext.Current.CancellationToken));
        Assert.Equal("EntityNotFoundException", error.ErrorCode);
        Assert.Equal("Entity Not Found", error.Message);
        Assert.True(error.FromFederationSource);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task An_unknown_error_is_the_services_exception()
    {
        var service = new ScriptedService((HttpStatusCode.BadRequest, """{"__type":"NewException","message":"text"}"""));
        var error = await Assert.ThrowsAsync<AmazonGlueException>(() =>
            Glue(service).GetTableAsync(new GetTableRequest { DatabaseName = "d", Name = "t" }, TestContext.Current.CancellationToken));
        Assert.Equal("NewException", error.ErrorCode);
        Assert.Equal("text", error.Message);
    }

    /// <summary>Secrets Manager's error names without 'Exception' get it in the class's name alone, as in the official SDK.</summary>
    [Fact]
    public async Task An_errors_code_need_not_be_its_class_name()
    {
        var service = new ScriptedService((HttpStatusCode.BadRequest, """{"__type":"DecryptionFailure","Message":"no"}"""));
        await Assert.ThrowsAsync<DecryptionFailureException>(() =>
            Secrets(service).GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_tries_of_a_call_carry_one_token()
    {
        var service = new ScriptedService((HttpStatusCode.InternalServerError, "{}"), (HttpStatusCode.OK, """{"ARN":"arn"}"""));
        await Secrets(service, retries: 2)
            .PutSecretValueAsync(new PutSecretValueRequest { SecretId = "s", SecretString = "v" }, TestContext.Current.CancellationToken);
        var tokens = service.Asked.Select(asked => JsonNode.Parse(asked.Body)!["ClientRequestToken"]!.GetValue<string>()).ToList();
        Assert.Equal(2, tokens.Count);
        Assert.Single(tokens.Distinct());
        Assert.True(Guid.TryParse(tokens[0], out _));
    }

    [Fact]
    public async Task A_given_token_is_kept()
    {
        var service = Answering("""{"ARN":"arn"}""");
        await Secrets(service).PutSecretValueAsync(
            new PutSecretValueRequest { SecretId = "s", ClientRequestToken = "0123456789abcdef0123456789abcdef" },
            TestContext.Current.CancellationToken);
        Assert.Equal("0123456789abcdef0123456789abcdef", JsonNode.Parse(service.Asked[0].Body)!["ClientRequestToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_paginator_reads_on_over_an_empty_page()
    {
        var service = new ScriptedService(
            (HttpStatusCode.OK, """{"DatabaseList":[{"Name":"a"}],"NextToken":"1"}"""),
            (HttpStatusCode.OK, """{"DatabaseList":[],"NextToken":"2"}"""),
            (HttpStatusCode.OK, """{"DatabaseList":[{"Name":"b"}]}"""));
        var names = new List<string>();
        await foreach (var database in Glue(service).Paginators.GetDatabases(new GetDatabasesRequest())
            .DatabaseList.WithCancellation(TestContext.Current.CancellationToken))
            names.Add(database.Name);
        Assert.Equal(["a", "b"], names);
        Assert.Equal([null, "1", "2"], service.Asked.Select(asked => JsonNode.Parse(asked.Body)!["NextToken"]?.GetValue<string>()));
    }

    [Fact]
    public async Task Times_blobs_enums_and_maps_are_read()
    {
        var service = Answering("""{"ARN":"arn","CreatedDate":1.5e9,"SecretBinary":"AQID","VersionStages":["AWSCURRENT"]}""");
        var secret = await Secrets(service)
            .GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" }, TestContext.Current.CancellationToken);
        Assert.Equal(new DateTime(2017, 7, 14, 2, 40, 0, DateTimeKind.Utc), secret.CreatedDate);
        Assert.Equal([1, 2, 3], secret.SecretBinary.ToArray());
        var runs = Answering("""
            {"JobRun":{"JobRunState":"SUCCEEDED","WorkerType":"G.9X","StartedOn":1500000000.25,"Arguments":{"--a":"b"}}}
            """);
        var run = (await Glue(runs).GetJobRunAsync(new GetJobRunRequest { JobName = "j", RunId = "r" },
            TestContext.Current.CancellationToken)).JobRun;
        Assert.Equal(JobRunState.SUCCEEDED, run.JobRunState);
        Assert.Equal("G.9X", run.WorkerType.Value); // newer than this client
        Assert.Equal(250, run.StartedOn!.Value.Millisecond);
        Assert.Equal("b", run.Arguments["--a"]);
    }

    [Fact]
    public async Task Times_blobs_and_maps_are_written()
    {
        var service = Answering("{}");
        await Secrets(service).CreateSecretAsync(
            new CreateSecretRequest { Name = "s", ClientRequestToken = "t", SecretBinary = new MemoryStream([1, 2, 3]) },
            TestContext.Current.CancellationToken);
        Same("""{"Name":"s","ClientRequestToken":"t","SecretBinary":"AQID"}""", service.Asked[0].Body);
        var glue = Answering("{}");
        await Glue(glue).GetTableAsync(
            new GetTableRequest { DatabaseName = "d", Name = "t", QueryAsOfTime = DateTime.UnixEpoch.AddSeconds(1.5) },
            TestContext.Current.CancellationToken);
        Same("""{"DatabaseName":"d","Name":"t","QueryAsOfTime":1.5}""", glue.Asked[0].Body);
    }

    [Fact]
    public async Task An_empty_list_that_was_set_is_sent()
    {
        var service = Answering("{}");
        await Glue(service).CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d", CreateTableDefaultPermissions = [] } },
            TestContext.Current.CancellationToken);
        Same("""{"DatabaseInput":{"Name":"d","CreateTableDefaultPermissions":[]}}""", service.Asked[0].Body);
    }

    [Fact]
    public async Task An_answer_without_a_length_is_read()
    {
        var service = new ScriptedService((HttpStatusCode.OK, """{"DatabaseList":[{"Name":"a"}]}""")) { IsChunked = true };
        Assert.Equal("a", Assert.Single(
            (await Glue(service).GetDatabasesAsync(new GetDatabasesRequest(), TestContext.Current.CancellationToken)).DatabaseList).Name);
    }

    [Fact]
    public async Task A_call_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var service = new ScriptedService((HttpStatusCode.OK, "{}")) { BeforeAnswer = stop.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Glue(service).GetDatabasesAsync(new GetDatabasesRequest(), stop.Token));
        Assert.Single(service.Asked);
    }

    private static ScriptedService Answering(string body) => new((HttpStatusCode.OK, body));

    private static void Same(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    private static Task AskAsync(string name, ScriptedService service) => name switch
    {
        "lakeformation" => LakeFormation(service).ListPermissionsAsync(new ListPermissionsRequest()),
        "glue" => Glue(service).GetDatabasesAsync(new GetDatabasesRequest()),
        _ => Secrets(service).ListSecretsAsync(new ListSecretsRequest()),
    };

    private static AmazonLakeFormationClient LakeFormation(ScriptedService service) =>
        new(s_keys, Configured(new AmazonLakeFormationConfig(), service, 0));

    private static AmazonGlueClient Glue(ScriptedService service) => new(s_keys, Configured(new AmazonGlueConfig(), service, 0));

    private static AmazonSecretsManagerClient Secrets(ScriptedService service, int retries = 0) =>
        new(s_keys, Configured(new AmazonSecretsManagerConfig(), service, retries));

    private static T Configured<T>(T config, ScriptedService service, int retries)
        where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.EUCentral1;
        config.HttpClientFactory = service;
        config.MaxErrorRetry = retries;
        return config;
    }
}
