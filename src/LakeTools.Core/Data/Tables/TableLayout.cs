using LakeTools.Core.Data.Files;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Tables;

/// <summary>A table as its data is read and written: what the caller may see of it.</summary>
internal sealed record TableLayout
{
    /// <summary>The address of the table.</summary>
    public required TableAddress Address { get; init; }

    /// <summary>Its ARN, by which credentials for its data are asked for.</summary>
    public required string Arn { get; init; }

    /// <summary>The location of its data: a folder.</summary>
    public required S3Uri Location { get; init; }

    /// <summary>Further folders of a table without partitions, whose files are rows too.</summary>
    public IReadOnlyList<S3Uri> AdditionalLocations { get; init; } = [];

    /// <summary>The projected partitions, if the table's properties define them instead of the catalog; otherwise null.</summary>
    public PartitionProjection? Projection { get; init; }

    /// <summary>The format of its files, and of those of new partitions.</summary>
    public required RowFormat Format { get; init; }

    /// <summary>The parameters of the table, which also apply to the files of its partitions.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>The columns that the caller may see, in the table's order, without the partition keys.</summary>
    public required IReadOnlyList<GlueColumn> Columns { get; init; }

    /// <summary>The partition keys that the caller may see, in the table's order.</summary>
    public required IReadOnlyList<GlueColumn> PartitionKeys { get; init; }

    /// <summary>All partition keys, as far as they are known: a partition's values are in this order, hidden keys among them.</summary>
    public required IReadOnlyList<string> KeyOrder { get; init; }

    /// <summary>The rows and cells that the caller may see; null if all cells of the visible columns.</summary>
    public CellRules? Cells { get; init; }

    /// <summary>Every column's place among a file's fields, where it is known; null if only a file's header can tell.</summary>
    public IReadOnlyDictionary<string, int>? Positions { get; init; }

    /// <summary>
    /// Asks the catalog for <see cref="Positions"/> of a table that Lake Formation does not guard. It is asked only for a file with more
    /// fields than the visible columns, since few tables without a guard have hidden columns. Null if the catalog was asked.
    /// </summary>
    public Func<CancellationToken, Task<IReadOnlyDictionary<string, int>?>>? AskPositions { get; init; }

    /// <summary>True if the catalog returned all columns and the caller's visible part of them, as it does for query engines.</summary>
    public bool IsTold => IsGuarded && Positions is not null;

    /// <summary>True if Lake Formation guards the location, so data is read and written with credentials that it vends.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>The places of names that stand in order.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The place of each, from 0.</returns>
    public static IReadOnlyDictionary<string, int> InOrder(IEnumerable<string> names) => names.Select((name, i) => (name, i))
        .ToDictionary(pair => pair.name, pair => pair.i, StringComparer.OrdinalIgnoreCase);
}
