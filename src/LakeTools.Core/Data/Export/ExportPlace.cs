using LakeTools.Core.Data.Files;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>A folder that an export writes into: a partition, or the whole of what has none.</summary>
/// <param name="location">The folder.</param>
/// <param name="values">The values of the partition keys.</param>
/// <param name="isKnown">True if the catalog knows the partition.</param>
/// <param name="format">The form of its new files.</param>
internal sealed class ExportPlace(S3Uri location, IReadOnlyList<string> values, bool isKnown, RowFormat format)
{
    /// <summary>The folder.</summary>
    public S3Uri Location => location;

    /// <summary>The values of the partition keys, in their order.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>True if the catalog knows the partition, or there is none to know.</summary>
    public bool IsKnown => isKnown;

    /// <summary>The form of its new files.</summary>
    public RowFormat Format => format;

    /// <summary>The folders of further partitions that have the same values, written in another way: <c>01</c> beside <c>1</c>.</summary>
    public IReadOnlyList<S3Uri> Others { get; init; } = [];

    /// <summary>The file that rows go to; null if none is open.</summary>
    public ExportFile? Open { get; set; }

    /// <summary>When a row came last, in rows of the export.</summary>
    public long LastRow { get; set; }
}
