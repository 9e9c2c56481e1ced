using System.Collections;
using System.Reflection;
using Amazon.Glue.Model;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Core.Permissions.Grants;

namespace LakeTools.Tests.Catalog;

/// <summary>
/// Glue replaces things whole, so whatever a command reads to change must go back: every member that an answer has and a request takes. A
/// member that the models get later fails here until it is carried over, or stands below with its reason.
/// </summary>
public sealed class KeptMemberTests
{
    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["Job.AllocatedCapacity"] = "the old name of MaxCapacity; UpdateJob takes one or the other",
        ["Job.MaxCapacity"] = "of jobs without workers only; UpdateJob takes one or the other",
    };

    [Fact]
    public void A_table_goes_back_whole() => Holds<Table, TableInput>(TableChanges.Keep);

    [Fact]
    public void A_database_goes_back_whole() => Holds<Database, DatabaseInput>(DatabaseService.Keep);

    [Fact]
    public void A_partition_goes_back_whole() => Holds<Partition, PartitionInput>(PartitionInputs.Keep);

    [Fact]
    public void A_job_goes_back_whole() => Holds<Job, JobUpdate>(JobChanges.Keep);

    /// <summary>What a grant is on goes from a list into a request, one kind of resource at a time.</summary>
    [Fact]
    public void The_resource_of_a_grant_goes_back_whole()
    {
        var lost = new List<string>();
        foreach (var kind in Members(typeof(Resource)))
        {
            foreach (var read in Forms(kind))
            {
                var written = PermissionMapping.ToResource(read) is { } known ? PermissionMapping.ToApi(known) : new Resource();
                if (kind.GetValue(written) is { } resource) Compare(kind.GetValue(read)!, resource, kind.Name, lost);
                else lost.Add(kind.Name);
            }
        }

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_exception_is_of_a_member() => Assert.All(s_exceptions.Keys, name =>
    {
        var parts = name.Split('.');
        Assert.NotNull(typeof(Table).Assembly.GetType($"Amazon.Glue.Model.{parts[0]}")?.GetProperty(parts[1]));
    });

    // The forms that exclude each other: all tables or one, some columns or all but some, an expression or its name.
    private static IEnumerable<Resource> Forms(PropertyInfo kind)
    {
        foreach (var empty in (string?[])(kind.Name switch
        {
            "Table" => ["TableWildcard", "Name"],
            "TableWithColumns" => ["ColumnWildcard", "ColumnNames"],
            "LFTagPolicy" => ["Expression", "ExpressionName"],
            _ => [null],
        }))
        {
            var resource = new FilledModel().Make(kind.PropertyType)!;
            if (empty is not null) kind.PropertyType.GetProperty(empty)!.SetValue(resource, null);
            if (resource is LFTagPolicyResource policy) policy.ResourceType = ResourceType.DATABASE;
            if (resource is CatalogResource catalog) catalog.Id = "123456789012:nested";
            var whole = new Resource();
            kind.SetValue(whole, resource);
            yield return whole;
        }
    }

    private static void Holds<TRead, TWritten>(Func<TRead, TWritten> keep)
        where TRead : notnull
        where TWritten : notnull
    {
        var read = (TRead)new FilledModel().Make(typeof(TRead))!;
        var lost = new List<string>();
        Compare(read, keep(read), typeof(TRead).Name, lost);
        Assert.Empty(lost);
    }

    private static void Compare(object read, object written, string name, List<string> lost)
    {
        foreach (var member in Members(written.GetType()))
        {
            if (Members(read.GetType()).FirstOrDefault(other => other.Name == member.Name) is not { } source
                || s_exceptions.ContainsKey($"{name}.{member.Name}")) continue;
            var (before, after) = (source.GetValue(read), member.GetValue(written));
            if (before is null) continue;
            if (after is null) lost.Add($"{name}.{member.Name}");
            else if (before is IList { Count: > 0 } items && after is IList { Count: > 0 } kept && !Equals(items[0], kept[0])
                && IsStructure(kept[0]!.GetType())) Compare(items[0]!, kept[0]!, $"{name}.{member.Name}", lost);
            else if (!ReferenceEquals(before, after) && IsStructure(after.GetType()))
                Compare(before!, after, $"{name}.{member.Name}", lost);
            else if (before is not IList && !Equals(before, after)) lost.Add($"{name}.{member.Name}");
        }
    }

    private static bool IsStructure(Type type) => type.Namespace is "Amazon.Glue.Model" or "Amazon.LakeFormation.Model";

    private static IEnumerable<PropertyInfo> Members(Type type) => FilledModel.Members(type);
}
