namespace LakeTools.Rules.Iceberg;

/// <summary>A schema of an Iceberg table.</summary>
/// <param name="Id">Its id among the table's schemas.</param>
/// <param name="Fields">The columns, in order.</param>
/// <param name="IdentifierIds">The ids of the columns that identify a row; mostly none.</param>
public sealed record IcebergSchema(int Id, IReadOnlyList<IcebergField> Fields, IReadOnlyList<int> IdentifierIds)
{
    /// <summary>A schema of new columns, with ids from 1: the columns' first, then those of their parts.</summary>
    /// <param name="columns">Columns without ids.</param>
    /// <returns>The schema with the id 0.</returns>
    public static IcebergSchema Of(IEnumerable<IcebergField> columns) => new(0, new IcebergIds(0).Number([.. columns]), []);

    /// <summary>Every field, parts of nested types among them.</summary>
    public IEnumerable<IcebergField> All => Fields.SelectMany(WithParts);

    /// <summary>The column of a name, in any case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The column; null if there is none.</returns>
    public IcebergField? Find(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field of an id, be it a part of a nested type.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The field; null if there is none.</returns>
    public IcebergField? Find(int id) => All.FirstOrDefault(field => field.Id == id);

    private static IEnumerable<IcebergField> WithParts(IcebergField field) => field.Type.Fields.SelectMany(WithParts).Prepend(field);
}
