namespace LakeTools.Rules.Iceberg;

/// <summary>A field of a partition spec.</summary>
/// <param name="SourceId">The column that it comes from.</param>
/// <param name="Transform">As the specification writes it: <c>day</c>, <c>bucket[16]</c>.</param>
/// <param name="Name">The field's own name.</param>
/// <param name="FieldId">Its id, from 1000 on.</param>
public sealed record IcebergPartition(int SourceId, string Transform, string Name, int FieldId)
{
    /// <summary>The highest id of a partition field before there is one.</summary>
    public const int LastIdOfNone = 999;
}
