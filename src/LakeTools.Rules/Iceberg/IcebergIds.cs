namespace LakeTools.Rules.Iceberg;

/// <summary>Gives out ids of fields.</summary>
/// <param name="last">The highest id that was ever given in the table.</param>
internal sealed class IcebergIds(int last)
{
    private int _last = last;

    /// <summary>The next id.</summary>
    public int Next() => ++_last;

    /// <summary>Gives ids to new fields: first to these, then to their parts.</summary>
    public IReadOnlyList<IcebergField> Number(IReadOnlyList<IcebergField> fields)
    {
        IcebergField[] numbered = [.. fields.Select(field => field with { Id = Next() })];
        return [.. numbered.Select(field => field with { Type = Number(field.Type) })];
    }

    /// <summary>Gives ids to the parts of a new type.</summary>
    public IcebergType Number(IcebergType type) => type.IsPrimitive ? type : type with { Fields = Number(type.Fields) };
}
