using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Permissions;

/// <summary>Random grants over a small world, so that they meet.</summary>
internal static class LakeArbitrary
{
    public const string Account = "111122223333";

    private static readonly string[] s_columns = ["a", "b", "c"];

    public static Gen<LakeResource> Resource { get; } = Gen.OneOf(
        Gen.Constant(LakeResource.Catalog()),
        Gen.Constant(LakeResource.Catalog(Account + ":nested")),
        Name("d").Select(database => LakeResource.Database(database)),
        Table((database, table) => LakeResource.Table(database, table)),
        Name("d").Select(database => LakeResource.AllTables(database)),
        Columns((database, table, columns) => LakeResource.Columns(database, table, columns)),
        Columns((database, table, columns) => LakeResource.Columns(database, table, null, columns)),
        Table((database, table) => LakeResource.DataFilter(database, table, "f")),
        Name("arn:aws:s3:::bucket/p").Select(location => LakeResource.Location(location)),
        from values in Gen.SubListOf("x", "y", "*") where values.Any() select LakeResource.Tag("k", values),
        from values in Gen.SubListOf("x", "y") where values.Any()
        from type in Gen.Elements(TaggedResourceType.Database, TaggedResourceType.Table)
        select LakeResource.Tagged(type, TagExpression.Of([new("k", values)])),
        Gen.Constant(LakeResource.NamedTagExpression("e")));

    /// <summary>A grant that Lake Formation would accept.</summary>
    public static Gen<LakeGrant> Grant { get; } =
        from principal in Gen.Elements($"arn:aws:iam::{Account}:role/p", $"arn:aws:iam::{Account}:role/q")
        from resource in Resource
        from permissions in Subset(PermissionRules.Taken(resource)) where permissions != PermissionSet.None
        from grantable in Gen.Frequency((2, Gen.Constant(PermissionSet.None)), (1, Subset(permissions)))
        select new LakeGrant(principal, resource, permissions, grantable);

    public static Gen<LakeGrant[]> Grants { get; } = from size in Gen.Choose(0, 8) from grants in Gen.ArrayOf(Grant, size) select grants;

    public static Gen<PermissionSet> Subset(PermissionSet of) =>
        from names in Gen.SubListOf(of.Names()) select PermissionNames.Parse(names);

    private static Gen<string> Name(string prefix) => Gen.Elements(prefix + "1", prefix + "2");

    private static Gen<LakeResource> Table(Func<string, string, LakeResource> make) =>
        from database in Name("d") from table in Name("t") select make(database, table);

    private static Gen<LakeResource> Columns(Func<string, string, IEnumerable<string>, LakeResource> make) =>
        from database in Name("d") from table in Name("t") from columns in Gen.SubListOf(s_columns) select make(database, table, columns);
}
