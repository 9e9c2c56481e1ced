using LakeTools.Core.Objects;

namespace LakeTools.Core.Data.Import;

/// <summary>The known properties of a file whose columns are inferred, and the limits of the sample.</summary>
public sealed record InferenceOptions
{
    /// <summary>The form, such as <c>Csv</c>; null to go by the name's extension.</summary>
    public string? Format { get; init; }

    /// <summary>The delimiter. Null to detect it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The quote character. Null to detect it.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>Whether the first line names the columns; null to find out.</summary>
    public bool? Header { get; init; }

    /// <summary>The encoding of a file without a byte order mark. Null for UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>Other objects of the same table, which tell whether the files have headers where one alone does not.</summary>
    internal IReadOnlyList<LakeObject> Others { get; init; } = [];

    /// <summary>The maximum number of rows in the sample.</summary>
    public int SampleRows { get; init; } = 10_000;

    /// <summary>The maximum number of characters in the sample, after decompression.</summary>
    public int SampleLength { get; init; } = 4 * 1024 * 1024;
}
