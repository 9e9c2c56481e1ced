using System.Collections;
using System.Reflection;
using Amazon.Glue.Model;
using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs.Properties;

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

    private int _made;

    [Fact]
    public void A_table_goes_back_whole() => Holds<Table, TableInput>(TableChanges.Keep);

    [Fact]
    public void A_database_goes_back_whole() => Holds<Database, DatabaseInput>(DatabaseService.Keep);

    [Fact]
    public void A_partition_goes_back_whole() => Holds<Partition, PartitionInput>(PartitionInputs.Keep);

    [Fact]
    public void A_job_goes_back_whole() => Holds<Job, JobUpdate>(JobChanges.Keep);

    [Fact]
    public void Every_exception_is_of_a_member() => Assert.All(s_exceptions.Keys, name =>
    {
        var parts = name.Split('.');
        Assert.NotNull(typeof(Table).Assembly.GetType($"Amazon.Glue.Model.{parts[0]}")?.GetProperty(parts[1]));
    });

    private void Holds<TRead, TWritten>(Func<TRead, TWritten> keep)
        where TRead : notnull
        where TWritten : notnull
    {
        var read = (TRead)Made(typeof(TRead), 0)!;
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
            if (after is null) lost.Add($"{name}.{member.Name}");
            else if (before is IList { Count: > 0 } items && after is IList { Count: > 0 } kept && !Equals(items[0], kept[0])
                && IsStructure(kept[0]!.GetType())) Compare(items[0]!, kept[0]!, $"{name}.{member.Name}", lost);
            else if (!ReferenceEquals(before, after) && IsStructure(after.GetType()))
                Compare(before!, after, $"{name}.{member.Name}", lost);
            else if (before is not IList && !Equals(before, after)) lost.Add($"{name}.{member.Name}");
        }
    }

    // A value of a type in which nothing is null.
    private object? Made(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"text{_made++}";
        if (type == typeof(bool)) return true;
        if (type == typeof(DateTime)) return new DateTime(2026, 1, 2, 3, 4, _made++ % 60, DateTimeKind.Utc);
        if (type.IsPrimitive) return Convert.ChangeType(_made++ % 100 + 1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (typeof(ConstantClass).IsAssignableFrom(type)) return Activator.CreateInstance(type, $"WORD{_made++}");
        if (depth > 5) return null; // structures that hold themselves
        var made = Activator.CreateInstance(type)!;
        if (made is IDictionary pairs)
        {
            if (Made(type.GetGenericArguments()[1], depth + 1) is { } value) pairs.Add($"key{_made++}", value);
        }
        else if (made is IList list)
        {
            if (Made(type.GetGenericArguments()[0], depth + 1) is { } item) list.Add(item);
        }
        else
        {
            foreach (var member in Members(type)) member.SetValue(made, Made(member.PropertyType, depth + 1));
        }

        return made;
    }

    private static bool IsStructure(Type type) => type.Namespace == "Amazon.Glue.Model";

    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(member => member.CanWrite && member.CanRead
        && member.GetIndexParameters().Length == 0);
}
