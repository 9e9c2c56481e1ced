using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A partition of a table: the files whose partition keys have certain values.</summary>
public sealed record GluePartition
{
    /// <summary>The catalog: an account's id.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>The values of the table's partition keys, in their order.</summary>
    public required IReadOnlyList<string> Value { get; init => field = Listed.Of(value); }

    /// <summary>The location of the files: an S3 URI.</summary>
    public string? Location { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>When it was created; local time.</summary>
    public DateTime? CreateTime { get; init; }

    /// <summary>Names the partition as <c>database.table (2026, 01)</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{DatabaseName}.{TableName} ({string.Join(", ", Value)})";
}
