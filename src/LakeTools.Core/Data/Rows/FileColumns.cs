using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Import;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Rows;

/// <summary>The columns of files that are read by address.</summary>
/// <param name="path">The file, for errors.</param>
/// <param name="specs">The value of <see cref="DataImportOptions.Columns"/>.</param>
/// <param name="folders">The keys and values of the folders that the file is in; a file's own column comes before them.</param>
internal sealed class FileColumns(string path, IReadOnlyList<string> specs, IReadOnlyList<(string Key, string? Value)>? folders = null)
    : IColumnChoice
{
    /// <summary>True if all columns are read, so those of folders come behind them.</summary>
    public bool IsAll => specs.Count == 0;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RowColumn>> OfFieldsAsync(IReadOnlyList<string>? header, int width,
        CancellationToken cancellationToken) => ValueTask.FromResult(OfFields(header, width));

    /// <inheritdoc/>
    public IReadOnlyList<RowColumn>? OfNames(IReadOnlyList<string>? names)
    {
        if (specs.Count == 0) return null;
        var columns = specs.Select(spec => Column(spec, -1)).ToArray();
        var known = names?.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Length; i++)
        {
            if (known?.Contains(columns[i].Name) == true) continue;
            if (OfFolder(columns[i]) is { } folder) columns[i] = folder;
            else if (names is not null) throw NotFound(path, columns[i].Name, names);
        }

        return columns;
    }

    /// <summary>Requires that the types of columns are types: a mistyped one would be read as text.</summary>
    /// <param name="specs">The columns, each perhaps with a type behind a colon.</param>
    /// <exception cref="LakeException"><c>ColumnTypeInvalid</c>.</exception>
    public static void RequireTypes(IEnumerable<string> specs)
    {
        foreach (var spec in specs)
        {
            var colon = spec.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var type = CellType.FromHive(spec[(colon + 1)..]);
            if (type.Kind == CellKind.Text || type.IsNested) HiveType.Normalize(spec[(colon + 1)..]);
        }
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
        var unique = new PropertyNames();
        foreach (var field in header) unique.Add(field);
        names.AddRange(unique.Names);
        return names;
    }

    private IReadOnlyList<RowColumn> OfFields(IReadOnlyList<string>? header, int width)
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
                : OfFolder(wanted) ?? throw NotFound(path, wanted.Name, names);
        }).ToArray();
    }

    private RowColumn? OfFolder(RowColumn wanted)
    {
        foreach (var (key, text) in folders ?? [])
        {
            if (!key.Equals(wanted.Name, StringComparison.OrdinalIgnoreCase)) continue;
            object? value = text;
            if (text is not null && wanted.Type is { } type && !CellText.TryParseExactly(text, type, out value))
                throw Fault.PartitionValueInvalid(path, text, key, path, type.ToHive());
            return wanted with { Position = -1, IsConstant = true, Constant = value };
        }

        return null;
    }

    private static RowColumn Column(string spec, int position)
    {
        var colon = spec.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new RowColumn(spec, null, position)
            : new RowColumn(spec[..colon], CellType.FromHive(spec[(colon + 1)..]), position);
    }
}
