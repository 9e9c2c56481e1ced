using DuckDB.NET.Native;
using LakeTools.Core.Data.Cells;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>A type of DuckDB with its parts, read once so that vectors are read and written without asking again.</summary>
/// <param name="Id">DuckDB's kind of it.</param>
/// <param name="Storage">The physical type of a decimal or an enumeration; otherwise the kind itself.</param>
/// <param name="Precision">Of a decimal: how many digits it has.</param>
/// <param name="Scale">Of a decimal: how many of them are behind the point.</param>
/// <param name="Parts">Of a list or an array: its item; of a map: key and value; of a struct: its fields.</param>
/// <param name="Names">Of a struct: the names of its fields; of an enumeration: its values.</param>
/// <param name="Size">Of an array: how many items it has.</param>
internal sealed record DuckType(
    DuckDBType Id,
    DuckDBType Storage,
    byte Precision,
    byte Scale,
    IReadOnlyList<DuckType> Parts,
    IReadOnlyList<string> Names,
    long Size)
{
    private static readonly Dictionary<DuckDBType, string> s_athena = new()
    {
        [DuckDBType.Boolean] = "boolean",
        [DuckDBType.TinyInt] = "tinyint",
        [DuckDBType.SmallInt] = "smallint",
        [DuckDBType.Integer] = "integer",
        [DuckDBType.BigInt] = "bigint",
        [DuckDBType.UnsignedTinyInt] = "smallint",
        [DuckDBType.UnsignedSmallInt] = "integer",
        [DuckDBType.UnsignedInteger] = "bigint",
        // Sums of whole numbers, which are bigint in Athena; the reader refuses what that does not hold.
        [DuckDBType.HugeInt] = "bigint",
        [DuckDBType.Float] = "float",
        [DuckDBType.Double] = "double",
        [DuckDBType.Decimal] = "decimal",
        [DuckDBType.Varchar] = "varchar",
        [DuckDBType.Enum] = "varchar",
        [DuckDBType.Uuid] = "varchar",
        [DuckDBType.Blob] = "varbinary",
        [DuckDBType.Date] = "date",
        [DuckDBType.Time] = "time",
        [DuckDBType.Timestamp] = "timestamp",
        [DuckDBType.TimestampTz] = "timestamp with time zone",
        [DuckDBType.List] = "array",
        [DuckDBType.Array] = "array",
        [DuckDBType.Map] = "map",
        [DuckDBType.Struct] = "row",
    };

    /// <summary>A type without parts.</summary>
    /// <param name="id">DuckDB's kind of it.</param>
    public static DuckType Of(DuckDBType id) => new(id, id, 0, 0, [], [], 0);

    /// <summary>Reads a type.</summary>
    /// <param name="type">The type; disposed of here.</param>
    public static DuckType Read(DuckDBLogicalType type)
    {
        using var _ = type;
        var id = NativeMethods.LogicalType.DuckDBGetTypeId(type);
        var plain = Of(id);
        switch (id)
        {
            case DuckDBType.Decimal:
                return plain with
                {
                    Storage = NativeMethods.LogicalType.DuckDBDecimalInternalType(type),
                    Precision = NativeMethods.LogicalType.DuckDBDecimalWidth(type),
                    Scale = NativeMethods.LogicalType.DuckDBDecimalScale(type),
                };
            case DuckDBType.Enum:
                var count = (int)NativeMethods.LogicalType.DuckDBEnumDictionarySize(type);
                return plain with
                {
                    Storage = NativeMethods.LogicalType.DuckDBEnumInternalType(type),
                    Names = [.. Enumerable.Range(0, count).Select(i => NativeMethods.LogicalType.DuckDBEnumDictionaryValue(type, i))],
                };
            case DuckDBType.List:
                return plain with { Parts = [Read(NativeMethods.LogicalType.DuckDBListTypeChildType(type))] };
            case DuckDBType.Array:
                return plain with
                {
                    Parts = [Read(NativeMethods.LogicalType.DuckDBArrayTypeChildType(type))],
                    Size = NativeMethods.LogicalType.DuckDBArrayVectorGetSize(type),
                };
            case DuckDBType.Map:
                return plain with
                {
                    Parts = [Read(NativeMethods.LogicalType.DuckDBMapTypeKeyType(type)),
                        Read(NativeMethods.LogicalType.DuckDBMapTypeValueType(type))],
                };
            case DuckDBType.Struct:
                var fields = Enumerable.Range(0, (int)NativeMethods.LogicalType.DuckDBStructTypeChildCount(type)).ToList();
                return plain with
                {
                    Parts = [.. fields.Select(i => Read(NativeMethods.LogicalType.DuckDBStructTypeChildType(type, i)))],
                    Names = [.. fields.Select(i => NativeMethods.LogicalType.DuckDBStructTypeChildName(type, i))],
                };
            default:
                return plain;
        }
    }

    /// <summary>The type that a column of a table has in DuckDB, as SQL writes it.</summary>
    /// <param name="type">The type of the column's cells.</param>
    public static string OfCells(CellType type) => type.Kind switch
    {
        CellKind.Boolean => "BOOLEAN",
        CellKind.TinyInt => "TINYINT",
        CellKind.SmallInt => "SMALLINT",
        CellKind.Int => "INTEGER",
        CellKind.BigInt => "BIGINT",
        CellKind.Float => "FLOAT",
        CellKind.Double => "DOUBLE",
        CellKind.Decimal => FormattableString.Invariant($"DECIMAL({type.Precision},{type.Scale})"),
        CellKind.Date => "DATE",
        CellKind.Timestamp => "TIMESTAMP",
        CellKind.Binary => "BLOB",
        CellKind.Array => $"{OfCells(type.Parts![0].Type)}[]",
        CellKind.Map => $"MAP({OfCells(type.Parts![0].Type)}, {OfCells(type.Parts[1].Type)})",
        CellKind.Struct =>
            $"STRUCT({string.Join(", ", type.Parts!.Select(part => $"{DuckDatabase.Quoted(part.Name)} {OfCells(part.Type)}"))})",
        _ => "VARCHAR",
    };

    /// <summary>A column of a result as Athena describes it.</summary>
    /// <param name="name">The column's name.</param>
    /// <exception cref="QueryException">Athena has no such type.</exception>
    public QueryColumn ToColumn(string name)
    {
        var type = s_athena.GetValueOrDefault(Id)
            ?? throw new QueryException($"NOT_SUPPORTED: The column '{name}' has DuckDB's type {Id}, which Athena has not. Cast it.");
        return Id == DuckDBType.Decimal ? new QueryColumn(name, type, Precision, Scale) : QueryColumn.Of(name, type);
    }
}
