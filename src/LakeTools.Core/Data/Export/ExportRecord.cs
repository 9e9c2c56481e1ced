using System.Text.Json;
using System.Text.Json.Serialization;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// The record of an export of several steps, in an object under the place that it writes to. It tells which files are new and
/// which are old, so readers see one or the other, and the next export can end what this one could not. S3 writes an object
/// in one step, and only over the version that the writer knows; in that step the new rows replace the old ones.
/// </summary>
internal sealed record ExportRecord
{
    /// <summary>The object's name. Hive, Athena and Spark leave out names that begin so.</summary>
    public const string Name = "_laketools_export";

    private const int KnownVersion = 1;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The version of the record's form; other versions are not supported.</summary>
    public int Version { get; init; } = KnownVersion;

    /// <summary>The id of the export.</summary>
    public required string Run { get; init; }

    /// <summary>The progress of the export.</summary>
    public required ExportState State { get; init; }

    /// <summary>Grows with each writing, so no two have the same entity tag.</summary>
    public int Beat { get; init; }

    /// <summary>The table, or null.</summary>
    public TableAddress? Table { get; init; }

    /// <summary>The files that it makes.</summary>
    public IReadOnlyList<ExportRecordFile> New { get; init; } = [];

    /// <summary>The files whose place they take; known once it is committed.</summary>
    public IReadOnlyList<ExportRecordFile> Old { get; init; } = [];

    /// <summary>The partitions that it makes.</summary>
    public IReadOnlyList<ExportRecordPartition> Made { get; init; } = [];

    /// <summary>The partitions for which it has no rows; known once it is committed.</summary>
    public IReadOnlyList<ExportRecordPartition> Dropped { get; init; } = [];

    /// <summary>Reads a record.</summary>
    /// <param name="uri">The address of the record, for the error.</param>
    /// <param name="content">Its text.</param>
    /// <returns>The record.</returns>
    /// <exception cref="LakeException"><c>ExportRecordInvalid</c>.</exception>
    public static ExportRecord Read(S3Uri uri, Stream content)
    {
        JsonException? cause = null;
        try
        {
            if (JsonSerializer.Deserialize<ExportRecord>(content, s_json) is { Version: KnownVersion } record) return record;
        }
        catch (JsonException error)
        {
            cause = error;
        }

        throw Fault.ExportRecordInvalid(uri.ToString(), uri, inner: cause);
    }

    /// <summary>The record's text.</summary>
    /// <returns>JSON.</returns>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_json);
}
