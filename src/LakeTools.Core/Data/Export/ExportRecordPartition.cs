namespace LakeTools.Core.Data.Export;

/// <summary>A partition in the record of an export.</summary>
/// <param name="Values">The values of the partition keys, in their order.</param>
/// <param name="Location">The folder that it is in, as an address.</param>
internal sealed record ExportRecordPartition(IReadOnlyList<string> Values, string Location);
