using LakeTools.Core.Objects;

namespace LakeTools.Core.Data;

/// <summary>A table as its data is read and written: what the caller may see of it.</summary>
internal sealed record TableLayout
{
    /// <summary>Which table it is.</summary>
    public required TableAddress Address { get; init; }

    /// <summary>Its ARN, by which credentials for its data are asked for.</summary>
    public required string Arn { get; init; }

    /// <summary>Where its data lies: a folder.</summary>
    public required S3Uri Location { get; init; }

    /// <summary>How its files are written.</summary>
    public required RowFormat Format { get; init; }

    /// <summary>The columns that the caller may see, in the table's order, without the partition keys.</summary>
    public required IReadOnlyList<GlueColumn> Columns { get; init; }

    /// <summary>The partition keys that the caller may see, in the table's order.</summary>
    public required IReadOnlyList<GlueColumn> PartitionKeys { get; init; }

    /// <summary>Every column's place among a file's fields, where it is known; null where only a file's header can tell.</summary>
    public IReadOnlyDictionary<string, int>? Positions { get; init; }

    /// <summary>True where Lake Formation guards the location, so that data is read and written with credentials that it vends.</summary>
    public bool IsGuarded { get; init; }
}
