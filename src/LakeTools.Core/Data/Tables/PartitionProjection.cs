using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Rows;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// The partitions of a table whose properties say which there are and where they lie. Athena then takes no notice of the catalog's, so
/// neither does this.
/// </summary>
/// <remarks>Source: Amazon Athena user guide, 'Use partition projection with Amazon Athena'.</remarks>
internal sealed class PartitionProjection
{
    /// <summary>The maximum number of partitions that are read. Each is listed by a call of its own.</summary>
    public const int MostPartitions = 10_000;

    private const string Template = "storage.location.template";

    private readonly TableAddress _table;
    private readonly S3Uri _location;
    private readonly string? _template;
    private readonly IReadOnlyList<GlueColumn> _keys;
    private readonly ProjectedKey[] _projected;

    private PartitionProjection(TableAddress table, IReadOnlyDictionary<string, string> parameters, S3Uri location,
        IReadOnlyList<GlueColumn> keys)
    {
        (_table, _location, _keys) = (table, location, keys);
        _projected = [.. keys.Select(key => ProjectedKey.Of(table, key.Name, parameters))];
        _template = parameters.GetValueOrDefault(Template) is { Length: > 0 } template ? template : null;
        if (_template is null) return;
        _ = S3Uri.Parse(_template);
        if (keys.FirstOrDefault(key => !_template.Contains(Place(key), StringComparison.OrdinalIgnoreCase)) is { } missing)
            throw ProjectedKey.Invalid(table, $"{Template} has no {Place(missing)}");
    }

    /// <summary>The projection of a table.</summary>
    /// <param name="table">The table, for errors.</param>
    /// <param name="parameters">Its properties.</param>
    /// <param name="location">Its location, a folder.</param>
    /// <param name="keys">All of its partition keys.</param>
    /// <returns>The projection; null if the table has none.</returns>
    /// <exception cref="LakeException"><c>ProjectionInvalid</c>, <c>InvalidS3Uri</c>.</exception>
    public static PartitionProjection? Of(TableAddress table, IReadOnlyDictionary<string, string> parameters, S3Uri location,
        IReadOnlyList<GlueColumn> keys)
    {
        var isOn = bool.TryParse(parameters.GetValueOrDefault("projection.enabled"), out var enabled) && enabled;
        return isOn && keys.Count > 0 ? new PartitionProjection(table, parameters, location, keys) : null;
    }

    /// <summary>The partitions, in the order of their values.</summary>
    /// <param name="filter">The partition filter, in the form of Glue's expressions; null for all partitions.</param>
    /// <param name="now">The time that <c>NOW</c> means, in UTC.</param>
    /// <param name="format">The format of the table's files, which is that of all projected partitions.</param>
    /// <returns>The partitions, whether or not anything is there.</returns>
    /// <exception cref="LakeException"><c>PartitionFilterInvalid</c>, <c>ProjectionNeedsFilter</c>, <c>ProjectionTooWide</c>.</exception>
    public IEnumerable<TablePartition> Partitions(string? filter, DateTime now, RowFormat format)
    {
        var parts = filter is null ? [] : Conjuncts(Parse(filter)).ToList();
        var tests = parts.Select(part => (
            Last: part.Columns().Select(Position).DefaultIfEmpty(0).Max(),
            Test: Compile(filter!, part))).ToList();
        var values = _projected.Select((key, i) => key.Values(now, () => Injected(parts, i))).ToArray();
        var count = 0;
        foreach (var combination in Combine(0, new string[_keys.Count], new object?[_keys.Count], values, tests))
        {
            if (++count > MostPartitions) throw Fault.ProjectionTooWide(_table, _table.ToString(), MostPartitions);
            yield return new TablePartition(LocationOf(combination), combination, format);
        }
    }

    /// <summary>The folder of a partition.</summary>
    /// <param name="values">The values of the keys.</param>
    /// <returns>The folder.</returns>
    public S3Uri LocationOf(IReadOnlyList<string> values)
    {
        if (_template is null) return _location.Append(PartitionPath.Of([.. _keys.Select(key => key.Name)], values));
        var text = _template;
        for (var i = 0; i < _keys.Count; i++) text = text.Replace(Place(_keys[i]), values[i], StringComparison.OrdinalIgnoreCase);
        var uri = S3Uri.Parse(text);
        return uri.IsFolder ? uri : uri with { Key = uri.Key + "/" };
    }

    /// <summary>Finds the partition that readers look for.</summary>
    /// <param name="values">The values of the keys.</param>
    /// <param name="now">The time that <c>NOW</c> means, in UTC.</param>
    /// <returns>The values as they are in locations; null if readers look for no such partition.</returns>
    public IReadOnlyList<string>? Find(IReadOnlyList<string> values, DateTime now)
    {
        var found = _projected.Zip(values, (key, value) => key.Find(value, now)).OfType<string>().ToArray();
        return found.Length == values.Count ? found : null;
    }

    private static string Place(GlueColumn key) => "${" + key.Name + "}";

    private static IEnumerable<RowExpression> Conjuncts(RowExpression expression) => expression is RowExpression.And and
        ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [expression];

    private static RowExpression Parse(string filter)
    {
        try
        {
            return RowExpressionParser.ParseGlue(filter);
        }
        catch (RowExpressionException error)
        {
            throw Fault.PartitionFilterInvalid(filter, error.Message, inner: error);
        }
    }

    private int Position(string column)
    {
        for (var i = 0; i < _keys.Count; i++)
            if (_keys[i].Name.Equals(column, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    private Func<IReadOnlyList<object?>, bool?> Compile(string filter, RowExpression expression)
    {
        try
        {
            return RowPredicate.Compile<IReadOnlyList<object?>>(expression, reference =>
            {
                var position = Position(reference.Column);
                if (position < 0 || reference.Field is not null)
                    throw new RowExpressionException($"The partition key {reference} does not exist.", reference.Position);
                return RowTypes.Term(reference, _keys[position].Type, row => row[position]) with { MayBeNull = true };
            });
        }
        catch (RowExpressionException error)
        {
            throw Fault.PartitionFilterInvalid(filter, error.Message, inner: error);
        }
    }

    // The values that the filter names for a key with = or IN, and that all rows must have one of.
    private IReadOnlyList<string> Injected(List<RowExpression> parts, int key)
    {
        bool IsKey(RowReference reference) => reference.Field is null && Position(reference.Column) == key;
        foreach (var part in parts)
        {
            switch (part)
            {
                case RowExpression.Compare { Comparison: RowComparison.Equal } compare when IsKey(compare.Column):
                    return [compare.Constant.Text];
                case RowExpression.In set when IsKey(set.Column):
                    return [.. set.Constants.Select(constant => constant.Text).Distinct()];
            }
        }

        throw Fault.ProjectionNeedsFilter(_table, _table.ToString(), _keys[key].Name);
    }

    private IEnumerable<string[]> Combine(int depth, string[] texts, object?[] row, IEnumerable<string>[] values,
        List<(int Last, Func<IReadOnlyList<object?>, bool?> Test)> tests)
    {
        foreach (var text in values[depth])
        {
            if (!CellText.TryParseExactly(text, CellType.FromHive(_keys[depth].Type), out var value))
                throw Fault.PartitionValueInvalid(_table, text, _keys[depth].Name, _table.ToString(), _keys[depth].Type);
            (texts[depth], row[depth]) = (text, value);
            if (tests.Exists(test => test.Last == depth && test.Test(row) != true)) continue;
            if (depth == _keys.Count - 1)
            {
                yield return [.. texts];
                continue;
            }

            foreach (var combination in Combine(depth + 1, texts, row, values, tests)) yield return combination;
        }
    }
}
