using LakeTools.Core.Data.Files;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Tables;

/// <summary>A part of a table's data: a partition, or all of a table that has none.</summary>
/// <param name="Location">The folder that it is in.</param>
/// <param name="Values">The values of the partition keys, in the table's order.</param>
/// <param name="Format">The format of its files. A partition of the catalog keeps the one that it was created with.</param>
internal sealed record TablePartition(S3Uri Location, IReadOnlyList<string> Values, RowFormat Format);
