using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Import;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Rows;

/// <summary>The columns of files that are read by address.</summary>
/// <param name="path">The file, for errors.</param>
/// <param name="specs">What <see cref="DataImportOptions.Columns"/> says.</param>
internal sealed class FileColumns(string path, IReadOnlyList<string> specs) : IColumnChoice
{
    /// <inheritdoc/>
    public IReadOnlyList<RowColumn> OfFields(IReadOnlyList<string>? header, int width)
    {
        if (header is null)
        {
            return Enumerable.Range(0, Math.Max(width, specs.Count))
                .Select(i => i < specs.Count ? Column(specs[i], i) : new RowColumn(HiveNames.Numbered(i), null, i)).ToArray();
        }

        var names = Distinct(header);
        if (specs.Count == 0) return names.Select((name, i) => new RowColumn(name, null, i)).ToArray();
        var positions = names.Select((name, i) => (name, i))
            .ToDictionary(pair => pair.name, pair => pair.i, StringComparer.OrdinalIgnoreCase);
        return specs.Select(spec =>
        {
            var wanted = Column(spec, 0);
            return positions.TryGetValue(wanted.Name, out var position)
                ? wanted with { Position = position }
                : throw NotFound(path, wanted.Name, names);
        }).ToArray();
    }

    /// <inheritdoc/>
    public IReadOnlyList<RowColumn>? OfNames(IReadOnlyList<string>? names)
    {
        if (specs.Count == 0) return null;
        var columns = specs.Select(spec => Column(spec, -1)).ToArray();
        var missing = names is null ? null : Array.Find(columns, column => !names.Contains(column.Name, StringComparer.OrdinalIgnoreCase));
        return missing is null ? columns : throw NotFound(path, missing.Name, names!);
    }

    /// <summary>The error of a column that is not there.</summary>
    /// <param name="target">The file or table.</param>
    /// <param name="name">The column.</param>
    /// <param name="known">The columns that there are.</param>
    /// <returns>The error <c>ColumnNotFound</c>.</returns>
    public static LakeException NotFound(string target, string name, IEnumerable<string> known) =>
        Fault.ColumnNotFound(name, target, name, string.Join(", ", known));

    /// <summary>Names as a row's properties need them: none empty, and different ones also where case does not count.</summary>
    /// <param name="header">The names in the file.</param>
    /// <returns>A name each: an empty one is <c>col3</c> by its place, a second <c>NAME</c> is <c>NAME_2</c>.</returns>
    public static List<string> Distinct(IReadOnlyList<string> header)
    {
        var names = new List<string>(header.Count);
        var unique = new UniqueNames(StringComparer.OrdinalIgnoreCase);
        foreach (var field in header) names.Add(unique.Take(field.Length > 0 ? field : HiveNames.Numbered(names.Count)));
        return names;
    }

    private static RowColumn Column(string spec, int position)
    {
        var colon = spec.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new RowColumn(spec, null, position)
            : new RowColumn(spec[..colon], CellType.FromHive(spec[(colon + 1)..]), position);
    }
}
