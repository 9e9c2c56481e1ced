namespace LakeTools.Tests.Answers;

/// <summary>Responses without optional members, pages that repeat, and errors with a meaning of their own.</summary>
public sealed class OddAnswerTests(AnsweredLake lake) : IClassFixture<AnsweredLake>
{
    // After more pages than needed, another error ends a list that would not end.
    private const int Patience = 20;

    [Theory]
    [InlineData("Get-LakeTag", "ListLFTags", """{ "LFTags": [{ "TagKey": "k", "TagValues": ["v"] }], "NextToken": "same" }""")]
    [InlineData("Get-LakeCatalog", "GetCatalogs", """{ "CatalogList": [], "NextToken": "same" }""")]
    [InlineData("Get-LakeAccessEvent", "LookupEvents", """{ "Events": [], "NextToken": "same" }""")]
    [InlineData("Get-LakeObject s3://buck/*", "GET", """
        <ListBucketResult><Name>buck</Name><IsTruncated>true</IsTruncated><NextContinuationToken>same</NextContinuationToken>
        </ListBucketResult>
        """)]
    public void A_page_that_comes_again_ends_the_list_with_an_error(string line, string operation, string page)
    {
        var before = lake.Aws.Asked(operation).Count;
        lake.Aws.Answer(operation, number => number > before + Patience ? FakeAnswer.Error("AccessDeniedException") : page);
        Assert.Equal(["LakeTools.ServiceError"], lake.Run(line).Ids);
        Assert.Equal(before + 2, lake.Aws.Asked(operation).Count);
    }

    [Fact]
    public void A_secret_without_a_value_is_an_error_of_that_secret()
    {
        lake.Aws.Answer("BatchGetSecretValue", """
            { "SecretValues": [{ "Name": "s1", "ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:s1-abcdef" },
              { "Name": "s2", "ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:s2-abcdef", "SecretString": "abc" }] }
            """);
        var said = lake.Run("Get-LakeSecret -Filter @{ name = 's' } | ForEach-Object Name");
        Assert.Equal(["s2"], said.Output);
        Assert.Equal(["LakeTools.SecretNotRead"], said.Ids);
        lake.Aws.Answer("GetSecretValue", """{ "Name": "s1", "ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:s1-abcdef" }""");
        Assert.Equal(["LakeTools.SecretNotRead"], lake.Run("Get-LakeSecret s1").Ids);
    }

    [Fact]
    public void An_event_without_its_record_is_left_out_with_a_warning()
    {
        lake.Aws.Answer("LookupEvents", """{ "Events": [{ "EventId": "e1", "EventName": "GetDataAccess" }] }""");
        var said = lake.Run("Get-LakeAccessEvent");
        Assert.Empty(said.Errors);
        Assert.Single(said.Warnings);
    }

    [Fact]
    public void A_table_version_without_its_table_has_its_number()
    {
        lake.Aws.Answer("GetTableVersions", """
            { "TableVersions": [{ "VersionId": "3" }, { "VersionId": "2", "Table": { "Name": "t1" } }] }
            """);
        var said = lake.Run("Get-GlueTableVersion d1 t1 | ForEach-Object VersionId");
        Assert.Empty(said.Errors);
        Assert.Equal(["3", "2"], said.Output);
    }

    [Fact]
    public void An_empty_response_is_asked_for_again()
    {
        var before = lake.Aws.Asked("GetDatabase").Count;
        lake.Aws.Answer("GetDatabase", number => number == before + 1 ? "" : """{ "Database": { "Name": "d1" } }""");
        Assert.Equal(["d1"], lake.Run("Get-GlueDatabase d1 | ForEach-Object Name").Output);
    }

    [Theory]
    [InlineData("InvalidObjectState", 403, "LakeTools.ObjectArchived")]
    [InlineData("RequestTimeTooSkewed", 403, "LakeTools.ClockSkewed")]
    [InlineData("PermanentRedirect", 301, "LakeTools.BucketOfOtherRegion")]
    [InlineData("AuthorizationHeaderMalformed", 400, "LakeTools.BucketOfOtherRegion")]
    public void An_error_of_S3_says_what_it_is(string code, int status, string id)
    {
        var answer = new FakeAnswer($"<Error><Code>{code}</Code><Message>no</Message></Error>", status)
        {
            Headers = new Dictionary<string, string> { ["x-amz-bucket-region"] = "eu-west-1" },
        };
        lake.Aws.Answer("GET", answer);
        lake.Aws.Answer("HEAD", new FakeAnswer("content") { Headers = new Dictionary<string, string> { ["ETag"] = "\"e\"" } });
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal([id], lake.Run($"Receive-LakeObject s3://buck/key '{file}'").Ids);
    }

    [Fact]
    public void A_redirect_without_a_body_names_the_Region()
    {
        var headers = new Dictionary<string, string> { ["x-amz-bucket-region"] = "eu-west-1" };
        lake.Aws.Answer("HEAD", new FakeAnswer("", 301) { Headers = headers });
        var error = Assert.Single(lake.Run("Receive-LakeObject s3://buck/key .").Errors);
        Assert.StartsWith("LakeTools.BucketOfOtherRegion", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("eu-west-1", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "TableType": "VIRTUAL_VIEW" """)]
    [InlineData(""" "ViewDefinition": { "Representations": [{ "Dialect": "ATHENA", "ViewOriginalText": "select 1" }] } """)]
    public void A_view_without_a_text_of_its_own_is_not_copied(string members)
    {
        lake.Aws.Answer("GetTable", $$"""
            { "Table": { "Name": "v", "DatabaseName": "d1", {{members}},
              "StorageDescriptor": { "Columns": [{ "Name": "id", "Type": "int" }] } } }
            """);
        lake.Aws.Answer("CreateTable", "{}");
        Assert.Equal(["LakeTools.ViewNotCopied"], lake.Run("Get-GlueTable d1 v | New-GlueTable -Name copy").Ids);
        Assert.Empty(lake.Aws.Asked("CreateTable"));
    }
}
