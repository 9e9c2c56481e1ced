namespace LakeTools.Rules.Iceberg;

/// <summary>A column of an Iceberg table, or a part of a nested type.</summary>
/// <param name="Id">The id of the field in data files; never given again. Zero if it has none yet.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">True if it has no null.</param>
/// <param name="Doc">A note, or null.</param>
public sealed record IcebergField(int Id, string Name, IcebergType Type, bool IsRequired = false, string? Doc = null)
{
    /// <summary>The value of rows that were written before it was there, as JSON; null for none. Format version 3.</summary>
    public string? InitialDefault { get; init; }

    /// <summary>The value of rows that do not name it, as JSON; null for none. Format version 3.</summary>
    public string? WriteDefault { get; init; }
}
