using System.Collections.Specialized;
using System.Globalization;
using LakeTools.Core.Data.Cells;

namespace LakeTools.Tests.Data;

/// <summary>Types and values of them by chance, the same for the same seed.</summary>
internal sealed class NestedValues(int seed)
{
    private static readonly string[] s_plain = ["int", "bigint", "double", "boolean", "string", "date", "decimal(12,3)"];
    private readonly Random _random = new(seed);

    public int Next(int bound) => _random.Next(bound);

    public CellType Type(int depth)
    {
        var kind = depth == 0 ? 0 : _random.Next(5);
        return kind switch
        {
            1 => CellType.ArrayOf(Type(depth - 1)),
            2 => CellType.MapOf(CellType.FromHive(_random.Next(2) == 0 ? "string" : "int"), Type(depth - 1)),
            3 => CellType.StructOf(Enumerable.Range(0, 1 + _random.Next(3)).Select(i => new CellField($"f{i}", Type(depth - 1))).ToArray()),
            _ => CellType.FromHive(s_plain[_random.Next(s_plain.Length)]),
        };
    }

    public object? Value(CellType type)
    {
        if (_random.Next(4) == 0) return null;
        switch (type.Kind)
        {
            case CellKind.Array:
                return Enumerable.Range(0, _random.Next(4)).Select(_ => Value(type.Parts![0].Type)).ToArray();
            case CellKind.Map:
                var map = new OrderedDictionary();
                for (var i = _random.Next(4); i > 0; i--) map[Plain(type.Parts![0].Type.Kind, i)] = Value(type.Parts[1].Type);
                return map;
            case CellKind.Struct:
                return new DataRow(type.Parts!.Select(part => part.Name).ToArray(), type.Parts!.Select(part => Value(part.Type)).ToArray());
            default:
                return Plain(type.Kind, _random.Next(-1000, 1000));
        }
    }

    private static object Plain(CellKind kind, int number) => kind switch
    {
        CellKind.Int => number,
        CellKind.BigInt => number * 10_000_000_000L,
        CellKind.Double => number / 7d,
        CellKind.Boolean => number % 2 == 0,
        CellKind.Date => new DateTime(2000, 1, 1).AddDays(number),
        CellKind.Decimal => (number / 8m) + 0.000m,
        _ => number % 5 == 0 ? "" : number.ToString(CultureInfo.InvariantCulture) + "\"\u00e9,\n",
    };
}
