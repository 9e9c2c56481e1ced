namespace LakeTools.Tests.Answers;

/// <summary>What a response has and this version does not know is kept, or named where it is left out.</summary>
public sealed class UnknownMemberTests(AnsweredLake lake) : IClassFixture<AnsweredLake>
{
    private const string Filter = """
        { "TableCatalogId": "123456789012", "DatabaseName": "d1", "TableName": "t1", "Name": "f1", "VersionId": "v1",
          "RowFilter": { "FilterExpression": "id > 1", "ZzOfRows": 1 }, "ColumnWildcard": { "ZzOfColumns": 2 }, "ZzMasks": ["ssn"] }
        """;

    private static readonly (string Operation, string List)[] s_empty =
    [
        ("GetDatabases", "DatabaseList"), ("GetJobs", "Jobs"), ("GetCrawlers", "Crawlers"), ("GetTriggers", "Triggers"),
        ("GetConnections", "ConnectionList"), ("GetCatalogs", "CatalogList"), ("ListLFTags", "LFTags"),
        ("ListResources", "ResourceInfoList"), ("ListDataCellsFilter", "DataCellsFilters"), ("ListLFTagExpressions", "LFTagExpressions"),
        ("ListLakeFormationOptIns", "LakeFormationOptInsInfoList"), ("ListSecrets", "SecretList"),
        ("getresourceshareinvitations", "resourceShareInvitations"),
    ];

    [Fact]
    public void A_changed_data_filter_keeps_it()
    {
        lake.Aws.Answer("GetDataCellsFilter", $$"""{ "DataCellsFilter": {{Filter}} }""");
        lake.Aws.Answer("UpdateDataCellsFilter", "{}");
        Table();
        Assert.Empty(lake.Run("Set-LakeDataFilter d1 t1 f1 -ExcludedColumnName id").Errors);
        var sent = Assert.Single(lake.Aws.Asked("UpdateDataCellsFilter"));
        Assert.All(["ZzMasks", "ZzOfRows", "ZzOfColumns"], member => Assert.Contains(member, sent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_copy_of_a_data_filter_names_it()
    {
        lake.Aws.Answer("GetDataCellsFilter", $$"""{ "DataCellsFilter": {{Filter}} }""");
        lake.Aws.Answer("CreateDataCellsFilter", "{}");
        Table();
        var said = lake.Run("Get-LakeDataFilter d1 t1 f1 | New-LakeDataFilter -Name f2");
        Assert.Contains("ZzMasks", Assert.Single(said.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_tag_expression_keeps_it()
    {
        lake.Aws.Answer("GetLFTagExpression", """
            { "Name": "e", "Expression": [{ "TagKey": "k", "TagValues": ["v"], "ZzUnless": ["w"] }] }
            """);
        lake.Aws.Answer("UpdateLFTagExpression", "{}");
        Assert.Empty(lake.Run("Set-LakeTagExpression e -Description d").Errors);
        Assert.Contains("ZzUnless", Assert.Single(lake.Aws.Asked("UpdateLFTagExpression")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_a_job_names_it()
    {
        lake.Aws.Answer("GetJob", """
            { "Job": { "Name": "j1", "Role": "arn:aws:iam::123456789012:role/r", "GlueVersion": "4.0", "ZzLimit": 5,
              "Command": { "Name": "glueetl", "ScriptLocation": "s3://b/s.py", "ZzOfCommand": 1 } } }
            """);
        lake.Aws.Answer("CreateJob", """{ "Name": "j2" }""");
        var said = lake.Run("Get-LakeGlueJob j1 -IncludeTag:$false | New-LakeGlueJob -Name j2 -Tag @{ a = 'b' }");
        Assert.Contains(said.Warnings, warning => warning.Contains("ZzLimit", StringComparison.Ordinal)
            && warning.Contains("ZzOfCommand", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ZzSetting")]
    [InlineData("ZzKind")]
    [InlineData("only at night")]
    public void An_export_names_it(string what)
    {
        Grants();
        var said = lake.Run("Export-LakeDefinition");
        Assert.Empty(said.Errors);
        var lines = string.Join('\n', said.Output).Split('\n').ToLookup(line => line.TrimStart().StartsWith('#'));
        Assert.Contains(lines[true], line => line.Contains(what, StringComparison.Ordinal));
        Assert.DoesNotContain(lines[false], line => line.Contains("SELECT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_names_grants_on_kinds_of_resources_that_it_does_not_know()
    {
        Grants();
        var file = Path.GetTempFileName();
        try
        {
            Assert.Empty(lake.Run($"Export-LakeReport '{file}'").Errors);
            Assert.Contains("ZzKind", File.ReadAllText(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Lists_say_that_they_leave_it_out()
    {
        Grants();
        lake.Aws.Answer("ListLakeFormationOptIns", """
            { "LakeFormationOptInsInfoList": [{ "Principal": { "DataLakePrincipalIdentifier": "arn:aws:iam::123456789012:role/x" },
              "Resource": { "ZzKind": { "Name": "z" } } }] }
            """);
        Assert.Contains(lake.Run("Get-LakePermission").Warnings, warning => warning.Contains("ZzKind", StringComparison.Ordinal));
        Assert.Contains(lake.Run("Get-LakeOptIn").Warnings, warning => warning.Contains("ZzKind", StringComparison.Ordinal));
    }

    private void Table() => lake.Aws.Answer("GetTable", """
        { "Table": { "Name": "t1", "DatabaseName": "d1", "CatalogId": "123456789012", "StorageDescriptor": { "Location": "s3://b/t",
          "Columns": [{ "Name": "id", "Type": "int" }, { "Name": "ssn", "Type": "string" }] } } }
        """);

    private void Grants()
    {
        foreach (var (operation, list) in s_empty) lake.Aws.Answer(operation, $$"""{ "{{list}}": [] }""");
        lake.Aws.Answer("GetDataLakeSettings", """{ "DataLakeSettings": { "ZzSetting": "strict" } }""");
        lake.Aws.Answer("ListRoles", "<ListRolesResponse><ListRolesResult><IsTruncated>false</IsTruncated><Roles/></ListRolesResult>"
            + "</ListRolesResponse>");
        lake.Aws.Answer("GET", "<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>");
        lake.Aws.Answer("ListPermissions", """
            { "PrincipalResourcePermissions": [
              { "Principal": { "DataLakePrincipalIdentifier": "arn:aws:iam::123456789012:role/x" },
                "Resource": { "Table": { "CatalogId": "123456789012", "DatabaseName": "d1", "Name": "t1" } }, "Permissions": ["SELECT"],
                "Condition": { "ZzHours": "only at night" } },
              { "Principal": { "DataLakePrincipalIdentifier": "arn:aws:iam::123456789012:role/x" },
                "Resource": { "ZzKind": { "Name": "z" } }, "Permissions": ["DESCRIBE"] }] }
            """);
    }
}
