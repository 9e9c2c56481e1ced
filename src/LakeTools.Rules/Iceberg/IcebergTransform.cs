using System.Globalization;
using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Iceberg;

/// <summary>
/// The transform of a column to a partition value, in its usual text form: <c>region</c>, <c>day(ts)</c>, <c>bucket(16, id)</c>.
/// </summary>
/// <param name="Name"><c>identity</c>, <c>year</c>, <c>month</c>, <c>day</c>, <c>hour</c>, <c>bucket</c>, <c>truncate</c>, or another
/// word of a later specification.</param>
/// <param name="Width">The number of buckets, or the width; null if the transform has none.</param>
/// <param name="Column">The column.</param>
/// <remarks>
/// Source: Apache Iceberg table specification, 'Partition Transforms'; names of partition fields: Iceberg's PartitionSpec.Builder, which
/// is what Spark and Athena make.
/// </remarks>
public sealed partial record IcebergTransform(string Name, int? Width, string Column)
{
    private const string Identity = "identity";

    private static readonly string[] s_times = ["year", "month", "day", "hour"];

    /// <summary>As the specification writes it.</summary>
    public string Wire => Width is { } width ? $"{Name}[{width.ToString(CultureInfo.InvariantCulture)}]" : Name;

    /// <summary>Reads a partition as people write it.</summary>
    /// <param name="text">Such as <c>bucket(16, id)</c>.</param>
    /// <returns>The transform, its column in lower case.</returns>
    /// <exception cref="LakeException"><c>IcebergTransformInvalid</c>.</exception>
    public static IcebergTransform Parse(string text)
    {
        if (Written().Match(text) is not { Success: true } match)
        {
            var column = text.Trim().ToLowerInvariant();
            if (column.Length == 0) throw Invalid(text, "it does not name a column");
            if (column.AsSpan().ContainsAny("()[],")) throw Invalid(text, "it is neither a column nor a transform of one");
            return new(Identity, null, column);
        }

        var name = match.Groups["name"].Value.ToLowerInvariant();
        if (name is "years" or "months" or "days" or "hours") name = name[..^1];
        int? width = match.Groups["width"] is { Success: true } group
            ? int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
                : throw Invalid(text, "its number is not from 1 to 2147483647") : null;
        if (name is "bucket" or "truncate" != width is not null)
            throw Invalid(text, width is null ? $"{name} needs a number before the column" : $"{name} has only a column as its argument");
        if (name != Identity && width is null && !s_times.Contains(name)) throw Invalid(text, $"the transform {name} does not exist");
        return new(name, width, match.Groups["column"].Value.Trim().ToLowerInvariant());
    }

    /// <summary>The transform of a partition field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="schema">The table's schema.</param>
    /// <returns>The transform; null if the column is not in the schema.</returns>
    public static IcebergTransform? Of(IcebergPartition field, IcebergSchema schema)
    {
        if (schema.Find(field.SourceId) is not { } source) return null;
        if (!Sized().IsMatch(field.Transform)) return new(field.Transform, null, source.Name);
        var type = IcebergType.Primitive(field.Transform);
        return new(type.Family, type.Sizes()[0], source.Name);
    }

    /// <summary>Whether a text is a transform of the specification that this module can say.</summary>
    /// <param name="transform">As the specification writes it.</param>
    public static bool IsKnown(string transform) => transform is "identity" || s_times.Contains(transform)
        || Sized().IsMatch(transform);

    /// <summary>Makes the fields of a partition spec; a field that an earlier spec has keeps its id.</summary>
    /// <param name="written">The partitions as people write them.</param>
    /// <param name="schema">The table's schema.</param>
    /// <param name="known">The fields that the table has or had.</param>
    /// <param name="lastId">The highest id of a partition field that was ever given.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="LakeException"><c>IcebergTransformInvalid</c>.</exception>
    public static IReadOnlyList<IcebergPartition> Fields(
        IEnumerable<string> written, IcebergSchema schema, IReadOnlyList<IcebergPartition> known, int lastId)
    {
        var fields = new List<IcebergPartition>();
        foreach (var text in written)
        {
            var transform = Parse(text);
            if (schema.Find(transform.Column) is not { } column) throw Invalid(text, $"the table has no column {transform.Column}");
            if (!transform.Takes(column.Type))
                throw Invalid(text, $"{transform.Name} does not support columns of the type {IcebergHive.Write(column.Type)}");
            var former = known.FirstOrDefault(field => field.SourceId == column.Id && field.Transform == transform.Wire);
            var field = former ?? new IcebergPartition(column.Id, transform.Wire, transform.FieldName, 0);
            if (Refusal(fields, field, schema) is { } reason) throw Invalid(text, reason);
            fields.Add(former is null ? field with { FieldId = ++lastId } : field);
        }

        return fields;
    }

    /// <summary>Why a field cannot follow others in a partition spec; null if it can.</summary>
    /// <param name="before">The fields before it.</param>
    /// <param name="field">The field.</param>
    /// <param name="schema">The table's schema.</param>
    /// <returns>The reason.</returns>
    public static string? Refusal(IEnumerable<IcebergPartition> before, IcebergPartition field, IcebergSchema schema)
    {
        bool IsTime(IcebergPartition other) => s_times.Contains(other.Transform);
        foreach (var other in before)
        {
            if (other.Name == field.Name) return $"two partition fields would have the name {field.Name}";
            if (other.SourceId == field.SourceId && (other.Transform == field.Transform || (IsTime(other) && IsTime(field))))
                return $"the column is partitioned by {other.Transform} already";
        }

        return schema.Find(field.Name) is { } column && (column.Id != field.SourceId || field.Transform != Identity)
            ? $"the name {field.Name} of the partition field is that of a column" : null;
    }

    /// <summary>Whether a column of a type can be partitioned so.</summary>
    /// <param name="type">The column's type.</param>
    public bool Takes(IcebergType type) => type.IsPrimitive && (Name switch
    {
        "year" or "month" or "day" => type.Family is "date" or "timestamp" or "timestamptz",
        "hour" => type.Family is "timestamp" or "timestamptz",
        "bucket" => type.Family is not ("boolean" or "float" or "double"),
        "truncate" => type.Family is "int" or "long" or "decimal" or "string" or "binary",
        _ => true,
    });

    /// <summary>As people write it.</summary>
    /// <returns>Such as <c>bucket(16, id)</c>.</returns>
    public override string ToString() =>
        Name == Identity ? Column : Width is { } width ? $"{Name}({width}, {Column})" : $"{Name}({Column})";

    private string FieldName => Name switch
    {
        Identity => Column,
        "truncate" => Column + "_trunc",
        _ => $"{Column}_{Name}",
    };

    private static LakeException Invalid(string text, string reason) => Fault.IcebergTransformInvalid(text, reason);

    [GeneratedRegex(@"\A(bucket|truncate)\[[1-9]\d{0,8}\]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Sized();

    [GeneratedRegex(@"\A\s*(?<name>[A-Za-z]+)\s*\(\s*(?:(?<width>\d+)\s*,)?\s*(?<column>[^(),\[\]]*[^(),\[\]\s])\s*\)\s*\z")]
    private static partial Regex Written();
}
