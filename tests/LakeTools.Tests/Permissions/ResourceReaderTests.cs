using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Permissions;

/// <summary>The one resource that a request names, or what is wrong with it.</summary>
public sealed class ResourceReaderTests
{
    private const string Glue = "arn:aws:glue:eu-central-1:111122223333:";

    public static TheoryData<ResourceInput, LakeResource> Good => new()
    {
        { new() { Catalog = true }, LakeResource.Catalog() },
        { new() { DatabaseName = "Sales" }, LakeResource.Database("sales") },
        { new() { DatabaseName = "sales", TableName = "*" }, LakeResource.AllTables("sales") },
        { new() { DatabaseName = "sales", TableName = "orders" }, LakeResource.Table("sales", "orders") },
        { new() { DatabaseName = "sales", TableName = "orders", ColumnName = ["Id"] }, LakeResource.Columns("sales", "orders", ["id"]) },
        {
            new() { DatabaseName = "sales", TableName = "orders", ExcludedColumnName = ["id"] },
            LakeResource.Columns("sales", "orders", null, ["id"])
        },
        { new() { DatabaseName = "sales", TableName = "orders", FilterName = "f" }, LakeResource.DataFilter("sales", "orders", "f") },
        { new() { DataLocation = "s3://b/p/" }, LakeResource.Location("arn:aws:s3:::b/p") },
        { new() { TagKey = "team" }, LakeResource.Tag("team", [TagExpression.AnyValue]) },
        { new() { TagExpressionName = "e" }, LakeResource.NamedTagExpression("e") },
        { new() { TagExpressionName = "e", ResourceType = "table" }, LakeResource.Tagged(TaggedResourceType.Table, "e") },
        { new() { ResourceArn = Glue + "catalog" }, LakeResource.Catalog("111122223333") },
        { new() { ResourceArn = Glue + "database/sales" }, LakeResource.Database("sales", "111122223333") },
        { new() { ResourceArn = Glue + "table/sales/orders" }, LakeResource.Table("sales", "orders", "111122223333") },
        { new() { ResourceArn = "arn:aws:s3:::b/p" }, LakeResource.Location("arn:aws:s3:::b/p") },
        {
            new() { ResourceArn = "arn:aws:s3:::b/p", CatalogId = "210987654321" },
            LakeResource.Location("arn:aws:s3:::b/p", "210987654321")
        },
    };

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public void What_is_named_is_read(ResourceInput input, LakeResource expected)
    {
        var findings = new List<LakeException>();
        Assert.Equal(expected, ResourceReader.Read(input, LakeHome.Embedded, findings));
        Assert.Empty(findings);
    }

    public static TheoryData<ResourceInput, string> Bad => new()
    {
        { new(), "ResourceMissing" },
        { new() { Catalog = true, DatabaseName = "sales" }, "ResourceAmbiguous" },
        { new() { DatabaseName = "sales", DataLocation = "s3://b" }, "ResourceAmbiguous" },
        { new() { DatabaseName = "sales", TableName = "orders", ColumnName = ["a"], FilterName = "f" }, "ResourceAmbiguous" },
        { new() { TableName = "orders" }, "ResourceIncomplete" },
        { new() { DatabaseName = "sales", ColumnName = ["id"] }, "ResourceIncomplete" },
        { new() { ColumnName = ["id"] }, "ResourceIncomplete" },
        { new() { ResourceType = "Table" }, "ResourceMissing" },
        { new() { DatabaseName = "sales", TableName = "*", ColumnName = ["id"] }, "ResourceIncomplete" },
        { new() { DatabaseName = "sales", FilterName = "f" }, "ResourceIncomplete" },
        { new() { TagValue = ["x"] }, "ResourceIncomplete" },
        { new() { DatabaseName = "sales", TableName = "" }, "ResourceNameEmpty" },
        { new() { DatabaseName = " " }, "ResourceNameEmpty" },
        { new() { DataLocation = "bucket/p" }, "InvalidDataLocation" },
        { new() { TagExpressionName = "e", ResourceType = "view" }, "UnknownResourceType" },
        { new() { TagExpressionName = "e", ResourceType = "7" }, "UnknownResourceType" },
        { new() { DatabaseName = "sales", TableName = "orders", ResourceType = "Table" }, "ResourceIncomplete" },
        { new() { Catalog = true, ResourceType = "Database" }, "ResourceIncomplete" },
        { new() { TagKey = "domain", ResourceType = "Table" }, "ResourceIncomplete" },
        { new() { ResourceArn = Glue + "database/sales", CatalogId = "210987654321" }, "ResourceAmbiguous" },
        { new() { ResourceArn = Glue.Replace("eu-central-1", "us-east-1") + "database/sales" }, "ResourceOfOtherRegion" },
        { new() { ResourceArn = Glue + "table/sales" }, "InvalidResourceArn" },
        { new() { ResourceArn = Glue + "database/sales\n" }, "InvalidResourceArn" },
        { new() { ResourceArn = "s3://b/p" }, "InvalidResourceArn" },
        { new() { Kind = "Columns", DatabaseName = "sales", TableName = "orders" }, "ResourceKindMismatch" },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_said(ResourceInput input, string expected)
    {
        var findings = new List<LakeException>();
        Assert.Null(ResourceReader.Read(input, LakeHome.Embedded with { Region = "eu-central-1" }, findings));
        Assert.Equal(expected, Assert.Single(findings).Id);
    }
}
