namespace LakeTools.Tests.Answers;

/// <summary>Calls that succeed, and whose responses list items that failed.</summary>
public sealed class BatchFailureTests(AnsweredLake lake) : IClassFixture<AnsweredLake>
{
    private const string Table = """
        { "Table": { "Name": "t1", "DatabaseName": "d1", "PartitionKeys": [{ "Name": "p", "Type": "string" }],
          "StorageDescriptor": { "Columns": [{ "Name": "id", "Type": "int" }], "Location": "s3://b/t/" } } }
        """;

    [Theory]
    [InlineData("New-GluePartition d1 t1 -Value v", "BatchCreatePartition")]
    [InlineData("Remove-GluePartition d1 t1 -Value v -Force", "BatchDeletePartition")]
    public void A_failure_that_names_no_partition_is_one_of_each(string line, string operation)
    {
        lake.Aws.Answer("GetTable", Table);
        lake.Aws.Answer(operation, """{ "Errors": [{ "ErrorDetail": { "ErrorCode": "InvalidInputException", "ErrorMessage": "no" } }] }""");
        var said = lake.Run(line);
        Assert.Empty(said.Output);
        Assert.Equal(["LakeTools.PartitionInvalid"], said.Ids);
    }

    [Fact]
    public void A_partition_that_is_throttled_is_sent_again_alone()
    {
        lake.Aws.Answer("GetTable", Table);
        var before = lake.Aws.Asked("BatchCreatePartition").Count;
        lake.Aws.Answer("BatchCreatePartition", number => number == before + 1
            ? """{ "Errors": [{ "PartitionValues": ["b"], "ErrorDetail": { "ErrorCode": "ThrottlingException" } }] }""" : "{}");
        var said = lake.Run("'a', 'b' | ForEach-Object { [pscustomobject]@{ Value = $_ } } | New-GluePartition d1 t1");
        Assert.Empty(said.Errors);
        Assert.Equal(2, said.Output.Count);
        var again = lake.Aws.Asked("BatchCreatePartition")[before + 1];
        Assert.Contains("\"b\"", again, StringComparison.Ordinal);
        Assert.DoesNotContain("\"a\"", again, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grant_that_failed_without_its_entry_is_an_error_of_the_grant()
    {
        lake.Aws.Answer("BatchGrantPermissions", """
            { "Failures": [{ "Error": { "ErrorCode": "InvalidInputException", "ErrorMessage": "nope" } }] }
            """);
        lake.Aws.Answer("GetDatabase", """{ "Database": { "Name": "d1" } }""");
        var said = lake.Run("Grant-LakePermission -Principal role/x -DatabaseName d1 -Permission DESCRIBE");
        Assert.Single(said.Errors);
        Assert.DoesNotContain("LakeTools.Unexpected", said.Ids);
        Assert.Empty(said.Warnings);
    }

    [Theory]
    [InlineData("""{ "LFTag": { "TagKey": "k" }, "Error": { "ErrorCode": "AccessDeniedException" } }""")]
    [InlineData("""{ "Error": { "ErrorCode": "AccessDeniedException", "ErrorMessage": "denied" } }""")]
    public void A_tag_that_failed_without_its_name_or_values_is_an_error_of_the_resource(string failure)
    {
        Tags();
        lake.Aws.Answer("AddLFTagsToResource", $$"""{ "Failures": [{{failure}}] }""");
        Assert.Equal(["LakeTools.TagAssignmentFailed"], lake.Run("Add-LakeTagAssignment -DatabaseName d1 -Tag @{ k = 'v' }").Ids);
    }

    [Fact]
    public void A_tag_that_another_writer_changes_is_assigned_again()
    {
        Tags();
        var before = lake.Aws.Asked("AddLFTagsToResource").Count;
        const string conflict = """
            { "Failures": [{ "LFTag": { "TagKey": "k", "TagValues": ["v"] },
              "Error": { "ErrorCode": "ConcurrentModificationException" } }] }
            """;
        lake.Aws.Answer("AddLFTagsToResource", number => number == before + 1 ? conflict : "{}");
        Assert.Empty(lake.Run("Add-LakeTagAssignment -DatabaseName d1 -Tag @{ k = 'v' }").Errors);
        Assert.Equal(before + 2, lake.Aws.Asked("AddLFTagsToResource").Count);
    }

    [Fact]
    public void A_table_that_stays_listed_ends_the_removal()
    {
        lake.Aws.Answer("GetDatabase", """{ "Database": { "Name": "d1" } }""");
        lake.Aws.Answer("GetTables", """{ "TableList": [{ "Name": "t1", "DatabaseName": "d1" }] }""");
        // After more rounds than needed, another error ends a removal that would not end.
        lake.Aws.Answer("BatchDeleteTable", number => number > 20 ? FakeAnswer.Error("AccessDeniedException") : """
            { "Errors": [{ "TableName": "t1", "ErrorDetail": { "ErrorCode": "EntityNotFoundException", "ErrorMessage": "gone" } }] }
            """);
        Assert.Equal(["LakeTools.ResourceNotFound"], lake.Run("Remove-GlueDatabase d1 -Recurse -Force").Ids);
        Assert.Equal(2, lake.Aws.Asked("BatchDeleteTable").Count);
    }

    [Fact]
    public void Objects_that_S3_could_not_remove_for_a_moment_are_removed_again()
    {
        var before = lake.Aws.Asked("POST").Count;
        lake.Aws.Answer("GET", """
            <ListBucketResult><Name>buck</Name><KeyCount>2</KeyCount><IsTruncated>false</IsTruncated>
            <Contents><Key>p/a</Key><Size>1</Size></Contents><Contents><Key>p/b</Key><Size>1</Size></Contents></ListBucketResult>
            """);
        lake.Aws.Answer("POST", number => number == before + 1
            ? "<DeleteResult><Error><Key>p/b</Key><Code>InternalError</Code><Message>again</Message></Error></DeleteResult>"
            : "<DeleteResult></DeleteResult>");
        Assert.Empty(lake.Run("Remove-LakeObject s3://buck/p/ -Recurse -Force").Errors);
        Assert.DoesNotContain("p/a", lake.Aws.Asked("POST")[before + 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Queries_that_were_left_unprocessed_are_read_again_and_then_an_error_each()
    {
        lake.Aws.Answer("ListQueryExecutions", """{ "QueryExecutionIds": ["q1", "q2", "q3"] }""");
        const string unread = """{ "QueryExecutionId": "q3", "ErrorCode": "INTERNAL_ERROR", "ErrorMessage": "x" }""";
        lake.Aws.Answer(
            "BatchGetQueryExecution",
            $$"""
            { "QueryExecutions": [{ "QueryExecutionId": "q1", "Status": { "State": "SUCCEEDED" } }],
              "UnprocessedQueryExecutionIds": [{ "QueryExecutionId": "q2", "ErrorCode": "THROTTLED" }, {{unread}}] }
            """,
            $$"""
            { "QueryExecutions": [{ "QueryExecutionId": "q2", "Status": { "State": "SUCCEEDED" } }],
              "UnprocessedQueryExecutionIds": [{{unread}}] }
            """,
            $$"""{ "UnprocessedQueryExecutionIds": [{{unread}}] }""");
        var said = lake.Run("Get-LakeQuery | ForEach-Object Id");
        Assert.Equal(["q1", "q2"], said.Output);
        Assert.Equal(["LakeTools.QueryNotRead"], said.Ids);
    }

    [Theory]
    [InlineData("Add-LakeSecretReplica s1 eu-west-1 -PassThru", 0)]
    [InlineData("New-LakeSecret s1 -Value (ConvertTo-SecureString v -AsPlainText -Force) -ReplicaRegion eu-west-1", 1)]
    public void A_copy_of_a_secret_that_failed_is_an_error(string line, int objects)
    {
        const string failed = """
            { "ARN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:s1-abcdef", "Name": "s1", "ReplicationStatus":
              [{ "Region": "eu-west-1", "Status": "Failed", "StatusMessage": "Secret with this name already exists in this region" }] }
            """;
        foreach (var operation in (string[])["CreateSecret", "DescribeSecret", "ReplicateSecretToRegions"])
            lake.Aws.Answer(operation, failed);
        var said = lake.Run(line);
        Assert.Equal(["LakeTools.SecretReplicaFailed"], said.Ids);
        Assert.Equal(objects, said.Output.Count);
    }

    private void Tags()
    {
        lake.Aws.Answer("GetLFTag", """{ "TagKey": "k", "TagValues": ["v"] }""");
        lake.Aws.Answer("ListLFTags", """{ "LFTags": [{ "TagKey": "k", "TagValues": ["v"] }] }""");
    }
}
