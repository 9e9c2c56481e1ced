namespace LakeTools.Core.Catalog;

/// <summary>A partition to make.</summary>
/// <param name="Value">The values of the table's partition keys, in their order.</param>
/// <param name="Location">The location of its files. Null for the Hive folder below the table.</param>
/// <param name="Parameter">Free parameters, or null.</param>
public sealed record NewPartition(IReadOnlyList<string> Value, string? Location = null,
    IReadOnlyDictionary<string, string>? Parameter = null);
