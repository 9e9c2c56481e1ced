namespace LakeTools.Tests.Answers;

/// <summary>
/// A condition with a member that this version does not know (the API's Condition has one member, Expression) is no grant without a
/// condition.
/// </summary>
public sealed class UnknownConditionTests : IClassFixture<AnsweredLake>
{
    private const string Role = "arn:aws:iam::123456789012:role/x";
    private const string Condition = """{ "ZzHours": "only at night" }""";
    private const string Table = """{ "Table": { "CatalogId": "123456789012", "DatabaseName": "d1", "Name": "t1" } }""";

    private readonly AnsweredLake _lake;

    public UnknownConditionTests(AnsweredLake lake)
    {
        _lake = lake;
        Grant("ListPermissions", "PrincipalResourcePermissions", Condition);
        Grant("ListLakeFormationOptIns", "LakeFormationOptInsInfoList", Condition);
        lake.Aws.Answer("GetDataLakeSettings", """{ "DataLakeSettings": {} }""");
        lake.Aws.Answer("GetResourceLFTags", "{}");
        lake.Aws.Answer("ListDataCellsFilter", """{ "DataCellsFilters": [] }""");
        lake.Aws.Answer("GetTable", """
            { "Table": { "Name": "t1", "DatabaseName": "d1", "CatalogId": "123456789012",
              "StorageDescriptor": { "Columns": [{ "Name": "id", "Type": "int" }], "Location": "s3://b/t" } } }
            """);
        lake.Aws.Answer("BatchGrantPermissions", "{}");
        lake.Aws.Answer("BatchRevokePermissions", "{}");
        lake.Aws.Answer("DeleteLakeFormationOptIn", "{}");
    }

    [Fact]
    public void It_is_shown_with_a_warning()
    {
        var said = _lake.Run("(Get-LakePermission).Condition; (Get-LakeOptIn).Condition");
        Assert.All(said.Output, condition => Assert.Contains("only at night", (string)condition, StringComparison.Ordinal));
        Assert.Equal((2, 2), (said.Output.Count, said.Warnings.Count));
    }

    [Fact]
    public void It_allows_nothing()
    {
        var said = _lake.Run("Test-LakePermission -Principal role/x -DatabaseName d1 -TableName t1 -Permission SELECT "
            + "-PrincipalTag @{} | ForEach-Object { $_.Allowed; $_.Reason.Kind }");
        Assert.Empty(said.Errors);
        Assert.Equal(false, said.Output[0]);
        Assert.Contains("ConditionUndecided", said.Output);
    }

    [Theory]
    [InlineData("Get-LakePermission | Grant-LakePermission -Principal role/y", "BatchGrantPermissions")]
    [InlineData("Get-LakePermission | Revoke-LakePermission", "BatchRevokePermissions")]
    [InlineData("Get-LakeOptIn | New-LakeOptIn", "CreateLakeFormationOptIn")]
    [InlineData("Get-LakeOptIn | Remove-LakeOptIn -Force", "DeleteLakeFormationOptIn")]
    public void It_is_neither_copied_nor_taken_for_none(string line, string operation)
    {
        Assert.Equal(["LakeTools.ConditionUnknown"], _lake.Run(line).Ids);
        Assert.Empty(_lake.Aws.Asked(operation));
    }

    [Fact]
    public void Beside_an_expression_it_is_not_known_either()
    {
        Grant("ListPermissions", "PrincipalResourcePermissions", """{ "Expression": "context.x", "ZzHours": "only at night" }""");
        Assert.Equal(["LakeTools.ConditionUnknown"], _lake.Run("Get-LakePermission | Revoke-LakePermission").Ids);
    }

    [Fact]
    public void A_condition_without_members_is_none()
    {
        Grant("ListPermissions", "PrincipalResourcePermissions", "{}");
        var said = _lake.Run("(Get-LakePermission).Condition");
        Assert.Empty(said.Warnings);
        Assert.Null(Assert.Single(said.Output));
    }

    private void Grant(string operation, string list, string condition) => _lake.Aws.Answer(operation, $$"""
        { "{{list}}": [{ "Principal": { "DataLakePrincipalIdentifier": "{{Role}}" }, "Resource": {{Table}},
          "Permissions": ["SELECT", "DESCRIBE"], "Condition": {{condition}} }] }
        """);
}
