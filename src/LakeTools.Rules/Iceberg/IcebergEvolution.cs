namespace LakeTools.Rules.Iceberg;

/// <summary>Changes of an Iceberg table's schema: ids stay with their fields, and types only widen.</summary>
/// <remarks>Source: Apache Iceberg table specification, 'Schema Evolution'.</remarks>
public static class IcebergEvolution
{
    /// <summary>The schema that a table gets when its columns become others.</summary>
    /// <param name="schema">The schema that there is.</param>
    /// <param name="columns">The columns that are wanted, by name in any case: name, type of Hive, and note.</param>
    /// <param name="lastId">The highest id of a field that was ever given in the table.</param>
    /// <param name="schemaId">The id of the new schema.</param>
    /// <returns>
    /// The schema. A column that there is keeps its id, whether it is required, and its type where the catalog shows that as what is
    /// wanted.
    /// </returns>
    /// <exception cref="Errors.LakeException"><c>IcebergTypeNotSupported</c>.</exception>
    public static IcebergSchema Merge(
        IcebergSchema schema, IEnumerable<(string Name, string Type, string? Doc)> columns, int lastId, int schemaId)
    {
        var ids = new IcebergIds(lastId);
        var wanted = columns.Select(column =>
            new IcebergField(0, column.Name, IcebergHive.Read(column.Name, column.Type), Doc: column.Doc)).ToArray();
        return new(schemaId, Merge(schema.Fields, wanted, ids), schema.IdentifierIds);
    }

    /// <summary>A schema without some columns, and with other names of some: those keep their ids, and so their values.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="removed">The columns that go, in any case.</param>
    /// <param name="renamed">New names by the former ones in lower case.</param>
    /// <returns>The schema.</returns>
    public static IcebergSchema Rename(
        IcebergSchema schema, IReadOnlyCollection<string> removed, IReadOnlyDictionary<string, string> renamed) => schema with
    {
        Fields = [.. schema.Fields.Where(field => !removed.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            .Select(field => renamed.TryGetValue(field.Name.ToLowerInvariant(), out var name) ? field with { Name = name } : field)],
    };

    /// <summary>Why a table cannot get another schema; null if it can.</summary>
    /// <param name="schema">The schema that there is.</param>
    /// <param name="next">The other one.</param>
    /// <param name="lastId">The highest id of a field that was ever given in the table.</param>
    /// <param name="partitions">The partition fields in use.</param>
    /// <returns>The reason.</returns>
    public static string? Refusal(IcebergSchema schema, IcebergSchema next, int lastId, IEnumerable<IcebergPartition> partitions)
    {
        if (Duplicate(next) is { } duplicate) return duplicate;
        foreach (var partition in partitions)
            if (next.Find(partition.SourceId) is null && schema.Find(partition.SourceId) is { } source)
                return $"the table is partitioned by {source.Name}, which cannot be removed";
        foreach (var id in schema.IdentifierIds)
            if (next.Find(id) is null && schema.Find(id) is { } identifier)
                return $"{identifier.Name} identifies the rows, and cannot be removed";
        return Refusal(schema.Fields, next.Fields, lastId);
    }

    /// <summary>Why fields cannot be those of a schema; null if they can.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The reason.</returns>
    public static string? Duplicate(IcebergSchema schema)
    {
        var seen = new HashSet<int>();
        foreach (var field in schema.All)
        {
            if (field.Id < 1) return $"{field.Name} has the id {field.Id}, and ids begin with 1";
            if (!seen.Add(field.Id)) return $"two fields have the id {field.Id}";
        }

        return schema.Fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)
            is { } twice ? $"two columns have the name {twice.Key}" : null;
    }

    private static string? Refusal(IReadOnlyList<IcebergField> fields, IReadOnlyList<IcebergField> next, int lastId)
    {
        foreach (var field in next)
        {
            if (fields.FirstOrDefault(former => former.Id == field.Id) is not { } former)
            {
                if (field.Id <= lastId) return $"{field.Name} has the id {field.Id}, which was another field's";
                if (field.IsRequired) return $"{field.Name} is new and required, and existing rows have no value for it";
                continue;
            }

            if (field.IsRequired && !former.IsRequired) return $"{field.Name} cannot become required, "
                + "because rows can have no value for it";
            if (field.Type.IsPrimitive || former.Type.IsPrimitive || field.Type.Name != former.Type.Name)
            {
                if (!Widens(former.Type, field.Type))
                {
                    return $"{field.Name} cannot become {IcebergHive.Write(field.Type)} from {IcebergHive.Write(former.Type)}; "
                        + "Iceberg widens int to bigint, float to double, and a decimal to one of more digits with the same scale";
                }
            }
            else if (Refusal(former.Type.Fields, field.Type.Fields, lastId) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    private static bool Widens(IcebergType from, IcebergType to) => from.Name == to.Name || (from.Family, to.Family) switch
    {
        ("int", "long") or ("float", "double") => true,
        ("decimal", "decimal") => from.Sizes() is [var precision, var scale] && to.Sizes() is [var more, var same]
            && more >= precision && same == scale,
        _ => false,
    };

    private static IReadOnlyList<IcebergField> Merge(
        IReadOnlyList<IcebergField> fields, IReadOnlyList<IcebergField> wanted, IcebergIds ids)
    {
        // Ids of the fields of one level follow each other, as in a new schema.
        var merged = wanted.Select(field => (Field: field,
            Former: fields.FirstOrDefault(former => former.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase))))
            .Select(pair => pair.Former is null ? (Field: pair.Field with { Id = ids.Next() }, pair.Former)
                : (Field: pair.Former with { Type = pair.Field.Type, Doc = pair.Field.Doc ?? pair.Former.Doc }, pair.Former)).ToArray();
        return [.. merged.Select(pair => pair.Field with
        {
            Type = pair.Former is null ? ids.Number(pair.Field.Type) : Merge(pair.Former.Type, pair.Field.Type, ids),
        })];
    }

    private static IcebergType Merge(IcebergType former, IcebergType wanted, IcebergIds ids) =>
        IcebergHive.Write(former) == IcebergHive.Write(wanted) ? former
        : former.Name == wanted.Name && !former.IsPrimitive ? former with { Fields = Merge(former.Fields, wanted.Fields, ids) }
        : ids.Number(wanted);
}
