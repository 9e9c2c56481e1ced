using System.Text;

namespace LakeTools.Generator.Aws;

/// <summary>Writes an enum as the SDK has them: a class with a constant for each value, that takes other values as they are.</summary>
internal static class EnumWriter
{
    /// <summary>Writes an enum.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="name">The enum's name.</param>
    /// <param name="values">Its values on the wire.</param>
    /// <param name="documentation">The service's documentation.</param>
    public static void Write(CodeWriter code, string name, string[] values, Documentation documentation)
    {
        code.Summary($"The values of {name}, {documentation.UseOf(name)}. A value that is not among them is taken as it is.");
        code.Parameter("value", "The value on the wire.");
        code.Block($"public class {name}(string value) : ConstantClass(value)", () =>
        {
            foreach (var value in values)
            {
                code.Summary($"<c>{value}</c> on the wire.");
                code.Lines($"public static readonly {name} {Constant(value)} = new(\"{value}\");", "");
            }

            code.Summary("The constant for a value.");
            code.Parameter("value", "The value on the wire.");
            code.Lines("/// <returns>The constant; a new one for a value that is not among them.</returns>");
            code.Lines($"public static {name} FindValue(string value) => FindValue<{name}>(value);", "");
            code.Summary("The constant for a value.");
            code.Parameter("value", "The value on the wire.");
            code.Lines($"public static implicit operator {name}(string value) => FindValue(value);");
        });
    }

    /// <summary>A value as the SDK names it: what is no letter or digit ends a word, and each word begins in upper case.</summary>
    private static string Constant(string value)
    {
        var name = new StringBuilder();
        var begins = true;
        foreach (var c in value)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '_') name.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = !char.IsAsciiLetterOrDigit(c) && c != '_';
        }

        return name.ToString();
    }
}
