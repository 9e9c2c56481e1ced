using System.Globalization;
using System.Text;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Names;

/// <summary>
/// Hive's column types: primitives, <c>decimal(p,s)</c>, <c>char(n)</c>, <c>varchar(n)</c>, and <c>array</c>, <c>map</c>,
/// <c>struct</c> and <c>uniontype</c> of them. Text is brought to Glue's form: lower case, no blanks.
/// </summary>
/// <remarks>Source: Apache Hive language manual, types; limits of decimal (38), char (255) and varchar (65535) from there.</remarks>
public static class HiveType
{
    private const int MaximumDepth = 64;

    private static readonly string[] s_primitives =
    [
        "tinyint", "smallint", "int", "bigint", "boolean", "float", "double", "string", "binary", "timestamp", "date", "interval",
    ];

    // Type names of other systems, and Hive's names for them.
    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.Ordinal)
    {
        ["integer"] = "int", ["long"] = "bigint", ["int64"] = "bigint", ["int32"] = "int", ["short"] = "smallint", ["int16"] = "smallint",
        ["byte"] = "tinyint", ["bool"] = "boolean", ["text"] = "string", ["str"] = "string", ["nvarchar"] = "varchar",
            ["number"] = "decimal",
        ["numeric"] = "decimal", ["real"] = "float", ["float64"] = "double", ["float32"] = "float", ["datetime"] = "timestamp",
            ["blob"] = "binary",
        ["list"] = "array", ["object"] = "struct",
    };

    /// <summary>The names that a type may begin with.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. s_primitives, "decimal", "char", "varchar", "array", "map", "struct", "uniontype"];

    /// <summary>Brings a type to Glue's form.</summary>
    /// <param name="text">Such as <c>Decimal(10, 2)</c>.</param>
    /// <returns>Such as <c>decimal(10,2)</c>.</returns>
    /// <exception cref="LakeException"><c>ColumnTypeInvalid</c>, with the place and what was expected there.</exception>
    public static string Normalize(string text)
    {
        var reader = new Reader(text);
        var type = reader.Type(0);
        reader.End();
        return type;
    }

    /// <summary>Whether two texts are the same type.</summary>
    public static bool IsSame(string one, string other)
    {
        if (one == other) return true;
        try
        {
            return Normalize(one) == Normalize(other);
        }
        catch (LakeException)
        {
            return false;
        }
    }

    /// <summary>Reads the type that a text begins with.</summary>
    /// <param name="text">A type, and perhaps more behind a colon, as in a column spec.</param>
    /// <param name="rest">The text behind the colon; null if there is none.</param>
    /// <returns>The type in Glue's form.</returns>
    /// <exception cref="LakeException"><c>ColumnTypeInvalid</c>.</exception>
    public static string ReadPrefix(string text, out string? rest)
    {
        var reader = new Reader(text);
        var type = reader.Type(0);
        rest = reader.Rest();
        return type;
    }

    /// <summary>Whether a text begins with a type, behind which it ends or a colon or a comma is.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True if it does.</returns>
    public static bool IsPrefix(string text)
    {
        try
        {
            var reader = new Reader(text);
            _ = reader.Type(0);
            return reader.IsOver();
        }
        catch (LakeException)
        {
            return false;
        }
    }

    /// <summary>Takes a type in Glue's form apart.</summary>
    /// <param name="type">Such as <c>struct&lt;a:int,b:array&lt;string&gt;&gt;</c>.</param>
    /// <returns>
    /// <c>array</c>, <c>map</c>, <c>struct</c> or <c>uniontype</c> with its parts, of which those of a struct have names; any other type
    /// as it is, without parts.
    /// </returns>
    public static (string Name, IReadOnlyList<(string? Name, string Type)> Parts) Split(string type)
    {
        var open = type.IndexOf('<', StringComparison.Ordinal);
        if (open < 0) return (type, []);
        var parts = new List<(string? Name, string Type)>();
        var (start, depth) = (open + 1, 0);
        for (var at = start; at < type.Length; at++)
        {
            if (depth == 0 && (type[at] == ',' || at == type.Length - 1))
            {
                parts.Add(Part(type[start..at]));
                start = at + 1;
            }

            if (type[at] is '<' or '(') depth++;
            if (type[at] is '>' or ')') depth--;
        }

        return (type[..open], parts);

        (string? Name, string Type) Part(string part) =>
            type.StartsWith("struct<", StringComparison.Ordinal) && part.IndexOf(':', StringComparison.Ordinal) is var colon
                ? (part[..colon], part[(colon + 1)..]) : (null, part);
    }

    private sealed class Reader(string text)
    {
        private int _position;

        public string Type(int depth)
        {
            if (depth > MaximumDepth) throw Expected($"no more than {MaximumDepth} levels");
            SkipBlanks();
            var start = _position;
            var name = Word().ToLowerInvariant();
            switch (name)
            {
                case "decimal":
                    return Arguments(name, start, optional: true, 38);
                case "char":
                    return Arguments(name, start, optional: false, 255);
                case "varchar":
                    return Arguments(name, start, optional: false, 65535);
                case "array":
                    return $"array<{Inside(() => Type(depth + 1))}>";
                case "map":
                    return $"map<{Inside(() => Key(depth + 1) + Sign(',') + Type(depth + 1))}>";
                case "struct":
                    return $"struct<{Inside(() => Listed(() => Field(depth + 1)))}>";
                case "uniontype":
                    return $"uniontype<{Inside(() => Listed(() => Type(depth + 1)))}>";
                default:
                    if (s_primitives.Contains(name)) return name;
                    _position = start;
                    throw Unknown(name);
            }
        }

        // Hive looks values up by single values only.
        private string Key(int depth)
        {
            SkipBlanks();
            var start = _position;
            var type = Type(depth);
            if (!type.Contains('<', StringComparison.Ordinal)) return type;
            _position = start;
            throw Expected("a primitive type, because it is the key of a map");
        }

        public void End()
        {
            SkipBlanks();
            if (_position < text.Length) throw Expected("the end");
        }

        public bool IsOver() => Peek() is '\0' or ':' or ',';

        public string? Rest()
        {
            SkipBlanks();
            if (_position == text.Length) return null;
            if (text[_position] != ':') throw Expected("':' or the end");
            return text[(_position + 1)..].Trim();
        }

        private string Field(int depth)
        {
            SkipBlanks();
            var start = _position;
            while (_position < text.Length && text[_position] is not (':' or '<' or '>' or ',')) _position++;
            var name = text[start.._position].Trim().ToLowerInvariant();
            if (name.Length == 0) throw Expected("a field's name");
            return name + Sign(':') + Type(depth);
        }

        private string Listed(Func<string> item)
        {
            var all = new StringBuilder(item());
            while (Peek() == ',') all.Append(Sign(',')).Append(item());
            return all.ToString();
        }

        private string Inside(Func<string> content)
        {
            Sign('<');
            var inner = content();
            Sign('>');
            return inner;
        }

        private string Arguments(string name, int start, bool optional, int maximum)
        {
            if (Peek() != '(')
            {
                if (optional) return name;
                throw Expected($"'(' and a length from 1 to {maximum}, such as {name}(20)");
            }

            Sign('(');
            var first = Number(1, maximum);
            var result = $"{name}({first}";
            if (name == "decimal" && Peek() == ',')
            {
                Sign(',');
                result += "," + Number(0, first);
            }

            Sign(')');
            return result + ")";
        }

        private int Number(int minimum, int maximum)
        {
            SkipBlanks();
            var start = _position;
            while (_position < text.Length && char.IsAsciiDigit(text[_position])) _position++;
            if (int.TryParse(text.AsSpan(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= minimum && value <= maximum) return value;
            _position = start;
            throw Expected($"a number from {minimum} to {maximum}");
        }

        private string Word()
        {
            var start = _position;
            while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_')) _position++;
            return text[start.._position];
        }

        private string Sign(char sign)
        {
            if (Peek() != sign) throw Expected($"'{sign}'");
            _position++;
            return sign.ToString();
        }

        private char Peek()
        {
            SkipBlanks();
            return _position < text.Length ? text[_position] : '\0';
        }

        private void SkipBlanks()
        {
            while (_position < text.Length && char.IsWhiteSpace(text[_position])) _position++;
        }

        private LakeException Unknown(string name)
        {
            var meant = s_otherNames.TryGetValue(name, out var other) ? other : Spelling.Nearest(name, Known);
            return Expected("a type: " + string.Join(", ", Known) + (meant is null ? "" : $". Did you mean {meant}?"));
        }

        private LakeException Expected(string expected) =>
            Fault.ColumnTypeInvalid(text, _position + 1, expected);
    }
}
