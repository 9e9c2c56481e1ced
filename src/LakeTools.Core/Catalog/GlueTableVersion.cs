using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A version of a table in the Glue catalog. Every change of a table creates one.</summary>
public sealed record GlueTableVersion
{
    /// <summary>The catalog: an account's id.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>The version, counted from 0.</summary>
    public required string VersionId { get; init; }

    /// <summary>When the version was created; local time.</summary>
    public DateTime? UpdateTime { get; init; }

    /// <summary>The description of the table in this version.</summary>
    public string? Description { get; init; }

    /// <summary>The columns of then.</summary>
    public IReadOnlyList<GlueColumn> Column { get; init => field = Listed.Of(value); } = Listed.None<GlueColumn>();

    /// <summary>The partition keys of then.</summary>
    public IReadOnlyList<GlueColumn> PartitionKey { get; init => field = Listed.Of(value); } = Listed.None<GlueColumn>();

    /// <summary>The location of the files in this version.</summary>
    public string? Location { get; init; }

    /// <summary>The format of that version. Null if New-GlueTable does not support it.</summary>
    public string? Format { get; init; }

    /// <summary>The free parameters of then.</summary>
    public IReadOnlyDictionary<string, string> Parameter { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>Names the version as <c>database.table@version</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{DatabaseName}.{TableName}@{VersionId}";
}
