namespace LakeTools.Core.Data.Cells;

/// <summary>Hive's nested types: <c>array&lt;int&gt;</c>, <c>map&lt;string,int&gt;</c>,
/// <c>struct&lt;a:int,b:array&lt;string&gt;&gt;</c>.</summary>
internal static class NestedType
{
    private const int MaximumDepth = 64;

    /// <summary>Reads a nested type.</summary>
    /// <param name="text">The type in lower case.</param>
    /// <param name="depth">The number of types that enclose this one.</param>
    /// <returns>The type; null if the text names no nested type, or is nested too deeply.</returns>
    public static CellType? Parse(string text, int depth)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open < 0 || text[^1] != '>' || depth > MaximumDepth) return null;
        var parts = Split(text[(open + 1)..^1]);
        switch (text[..open].Trim())
        {
            case "array" when parts.Count == 1:
                return CellType.ArrayOf(Inner(parts[0], depth));
            case "map" when parts.Count == 2:
                return CellType.MapOf(Inner(parts[0], depth), Inner(parts[1], depth));
            case "struct":
                var fields = parts.Select(part => part.Split(':', 2)).ToList();
                return fields.All(field => field.Length == 2)
                    ? CellType.StructOf(fields.Select(field => new CellField(field[0].Trim(), Inner(field[1], depth))).ToArray())
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Writes a nested type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Hive's text for it.</returns>
    public static string Format(CellType type) => type.Kind switch
    {
        CellKind.Array => $"array<{type.Parts![0].Type.ToHive()}>",
        CellKind.Map => $"map<{type.Parts![0].Type.ToHive()},{type.Parts[1].Type.ToHive()}>",
        _ => $"struct<{string.Join(',', type.Parts!.Select(field => $"{field.Name}:{field.Type.ToHive()}"))}>",
    };

    private static CellType Inner(string text, int depth) => CellType.FromHive(text, depth + 1);

    // At the commas that are in no brackets.
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '<' or '(') depth++;
            else if (text[i] is '>' or ')') depth--;
            else if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
