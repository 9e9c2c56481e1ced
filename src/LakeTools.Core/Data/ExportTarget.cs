using LakeTools.Core.Objects;

namespace LakeTools.Core.Data;

/// <summary>Where an export goes and what it finds there.</summary>
internal sealed record ExportTarget
{
    /// <summary>The connection that reaches the place.</summary>
    public required LakeConnection Connection { get; init; }

    /// <summary>The object to write.</summary>
    public required S3Uri Uri { get; init; }

    /// <summary>How to write.</summary>
    public required CsvDialect Dialect { get; init; }

    /// <summary>The columns; null where the first row tells them.</summary>
    public IReadOnlyList<GlueColumn>? Columns { get; init; }

    /// <summary>The objects whose place the new one takes, beside the one of its own name.</summary>
    public IReadOnlyList<LakeObject> Replaced { get; init; } = [];

    /// <summary>The table, or null.</summary>
    public TableAddress? Table { get; init; }
}
