using System.Collections;
using System.Reflection;
using System.Text.Json;
using Amazon.EC2.Model;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Endpoints;
using LakeTools.Core.Glue;
using LakeTools.Core.Jobs;
using LakeTools.Core.Jobs.Properties;

namespace LakeTools.Tests.Catalog;

/// <summary>
/// A copy is made of what Get commands return. So whatever a service returns of a thing and takes for a new one is a property of the
/// output, or among the settings that the command lists as not copied. A member that the models get later fails here until it is one of
/// both, or stands below with its reason.
/// </summary>
public sealed class CopiedMemberTests
{
    private static readonly JsonSerializerOptions s_json = new() { MaxDepth = 64 };

    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["Job.AllocatedCapacity"] = "the old name of MaxCapacity",
        ["Table.LastAccessTime"] = "of the table that was read",
        ["Table.LastAnalyzedTime"] = "of the table that was read",
        ["Table.ViewDefinition"] = "views are not copied",
        ["Table.StorageDescriptor.SerdeInfo.Name"] = "a label that no engine reads",
        ["VpcEndpoint.ResourceConfigurationArn"] = "of endpoints for other things than a service",
        ["VpcEndpoint.ServiceNetworkArn"] = "of endpoints for other things than a service",
        ["VpcEndpoint.DnsOptions.PrivateDnsPreference"] = "of endpoints for other things than a service",
        ["VpcEndpoint.DnsOptions.PrivateDnsSpecifiedDomains"] = "of endpoints for other things than a service",
    };

    [Fact]
    public void A_copied_job_lacks_nothing_in_silence() => Holds<Job, CreateJobRequest>(
        item => JobMapping.ToJob(item), job => JobService.NotShown((LakeJob)job));

    [Fact]
    public void A_copied_table_lacks_nothing_in_silence() => Holds<Table, TableInput>(
        item => TableMapping.ToTable(item), table => TableService.NotShown((GlueTable)table));

    [Fact]
    public void A_copied_database_lacks_nothing_in_silence() => Holds<Database, DatabaseInput>(
        item => DatabaseService.ToDatabase(item), database => DatabaseService.NotShown((GlueDatabase)database));

    [Fact]
    public void A_copied_crawler_lacks_nothing_in_silence() => Holds<Crawler, CreateCrawlerRequest>(
        item => CrawlerService.ToCrawler(item), crawler => CrawlerService.NotShown((LakeGlueCrawler)crawler));

    [Fact]
    public void A_copied_trigger_lacks_nothing_in_silence() => Holds<Trigger, CreateTriggerRequest>(
        item => TriggerService.ToTrigger(item), trigger => TriggerService.NotShown((LakeGlueTrigger)trigger));

    [Fact]
    public void A_copied_connection_lacks_nothing_in_silence() => Holds<Amazon.Glue.Model.Connection, ConnectionInput>(
        item => GlueConnectionService.ToConnection(item), connection => GlueConnectionService.NotShown((LakeGlueConnection)connection));

    [Fact]
    public void A_copied_catalog_lacks_nothing_in_silence() => Holds<Amazon.Glue.Model.Catalog, CatalogInput>(
        item => CatalogService.ToCatalog(item), catalog => CatalogService.NotShown((LakeCatalog)catalog));

    [Fact]
    public void A_copied_endpoint_lacks_nothing_in_silence() => Holds<VpcEndpoint, CreateVpcEndpointRequest>(
        item => VpcEndpointService.Mapped(item), endpoint => VpcEndpointService.NotShown((LakeVpcEndpoint)endpoint));

    private static void Holds<TRead, TNew>(Func<TRead, object> output, Func<object, IReadOnlyList<string>> notShown)
        where TRead : notnull, new()
    {
        var taken = FilledModel.Members(typeof(TNew)).Select(member => member.Name).ToHashSet();
        var lost = Paths(typeof(TRead), typeof(TRead).Name, [], taken)
            .Where(path => !s_exceptions.Keys.Any(name => path.Name == name || path.Name.StartsWith(name + ".", StringComparison.Ordinal)))
            .Where(path => !IsSeen(path.Members)).Select(path => path.Name);
        if (string.Join(Environment.NewLine, lost) is { Length: > 0 } text) Assert.Fail("A copy lacks these in silence:\n" + text);

        // By itself, or beside all the others.
        bool IsSeen(PropertyInfo[] path) => Values(path[^1].PropertyType).Any(value =>
            Text(With(new TRead(), path, value)) != Text(new TRead())
            || Text(With(Filled(), path, value)) != Text(With(Filled(), path, null)));

        static TRead Filled() => (TRead)new FilledModel().Make(typeof(TRead))!;

        string Text(TRead item)
        {
            var made = output(item);
            return JsonSerializer.Serialize(made, made.GetType(), s_json) + string.Join(", ", notShown(made));
        }
    }

    // A list is followed into its item, a map is one value.
    private static IEnumerable<(string Name, PropertyInfo[] Members)> Paths(Type type, string name, PropertyInfo[] above,
        IReadOnlySet<string>? taken)
    {
        foreach (var member in FilledModel.Members(type).Where(member => taken?.Contains(member.Name) != false))
        {
            PropertyInfo[] path = [.. above, member];
            var inner = ItemOf(member.PropertyType) ?? member.PropertyType;
            if (path.Length > 5 || !IsStructure(inner)) yield return ($"{name}.{member.Name}", path);
            else foreach (var below in Paths(inner, $"{name}.{member.Name}", path, null)) yield return below;
        }
    }

    private static TRead With<TRead>(TRead item, PropertyInfo[] path, object? value)
        where TRead : notnull
    {
        object at = item;
        foreach (var member in path[..^1])
        {
            var inner = member.GetValue(at) ?? Activator.CreateInstance(member.PropertyType)!;
            member.SetValue(at, inner);
            if (inner is IList list)
            {
                if (list.Count == 0) list.Add(Activator.CreateInstance(ItemOf(member.PropertyType)!));
                inner = list[0]!;
            }

            at = inner;
        }

        path[^1].SetValue(at, value);
        return item;
    }

    private static IEnumerable<object?> Values(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool) ? [true, false]
        : [new FilledModel().Make(type), .. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(word => word.GetValue(null))];

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsStructure(Type type) => type.IsClass && type.Namespace is "Amazon.Glue.Model" or "Amazon.EC2.Model";
}
