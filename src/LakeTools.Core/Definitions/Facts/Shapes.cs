using System.Globalization;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Iceberg;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The shapes of properties that are one fact.</summary>
internal static class Shapes
{
    private const string AnyText = """{ "type": "string" }""";
    private const string RoleMark = ":role/";
    private const string Yes = "true";
    private const string No = "false";

    public static Shape<string?> Text { get; } = Texts(AnyText, (read, node, what) => read.Text(node, what));

    /// <summary>A text that YAML may take for a number, such as a version.</summary>
    public static Shape<string?> Word { get; } =
        Texts("""{ "$ref": "#/$defs/value" }""", (read, node, what) =>
            read.Text(node, what) is { } text && read.IsTrimmed(text, node!.Place, what) ? text : null);

    /// <summary>The same of a property that no change can clear, so that the text is not empty.</summary>
    /// <param name="rule">Returns the text as a service keeps it. Null for the same text.</param>
    /// <param name="otherwise">The text that means the same as saying nothing, which is an empty fact.</param>
    public static Shape<string?> Filled(Func<string, string>? rule = null, string otherwise = "") => new OneFact<string?>(
        """{ "$ref": "#/$defs/value" }""",
        (read, node, what) => read.Text(node, what) is not { } text || !read.IsFilled(text, node!.Place, what)
            || !read.IsTrimmed(text, node.Place, what) ? null : text == otherwise ? "" : rule?.Invoke(text) ?? text,
        text => text.Length == 0 ? otherwise : DefinitionParameters.Escape(text),
        text => text,
        text => text);

    /// <summary>A role by its ARN or as <c>role/name</c>, which is a fact by its ARN.</summary>
    public static Shape<string?> RoleArn { get; } = Texts(AnyText, (read, node, what) => read.RoleArn(node, what));

    /// <summary>A role by its ARN or as <c>role/name</c>, which is a fact by its ARN, or by its name alone.</summary>
    public static Shape<string?> Role { get; } = Texts(AnyText, (read, node, what) => read.Role(node, what));

    /// <summary>A role by its ARN, as <c>role/name</c> or by its name, which is a fact by its name with the path before it.</summary>
    public static Shape<string?> RoleName { get; } =
        Texts(AnyText, (read, node, what) => read.Role(node, what) is { } role ? NameOfRole(role) : null);

    /// <summary>A role's name with the path before it.</summary>
    /// <param name="role">An ARN, or the name. An ARN that is not a role's stays as it is.</param>
    public static string NameOfRole(string role) =>
        role.StartsWith("arn:", StringComparison.Ordinal) && role.IndexOf(RoleMark, StringComparison.Ordinal) is var mark and >= 0
            ? role[(mark + RoleMark.Length)..] : role;

    /// <summary>The name of a link's target, which Glue keeps in lower case.</summary>
    public static Shape<string?> TargetName { get; } = Texts(AnyText, (read, node, what) => read.Text(node, what)?.ToLowerInvariant());

    /// <summary>The catalog of a link's target. The lake's account is an empty fact: it is the one where nothing is said.</summary>
    public static Shape<string?> TargetCatalog { get; } =
        Texts(AnyText, (read, node, what) => OtherThan(read.AccountId, read.Text(node, what)));

    /// <summary>One of some words, in any case; null if nothing is said.</summary>
    /// <param name="words">The words.</param>
    public static Shape<string?> Words(params string[] words) => Texts(
        $$"""{ "enum": {{FactJson.WriteAscii(words)}} }""", (read, node, what) => read.Choice(node, what, words));

    /// <summary>A text as a rule of another part of the module takes it.</summary>
    /// <param name="rule">Answers the text as a service keeps it, or throws a <see cref="Rules.Errors.LakeException"/>.</param>
    public static Shape<string?> Checked(Func<string, string?> rule) =>
        Texts("""{ "$ref": "#/$defs/value" }""", (read, node, what) => read.Checked(node, what, rule));

    /// <summary>A whole number within bounds, both of which are allowed.</summary>
    public static Shape<int?> Number(int least, int most) => new OneFact<int?>(
        $$"""{ "type": "integer", "minimum": {{least}}, "maximum": {{most}} }""",
        (read, node, what) => NumberText(read.Number(node, what, least, most)),
        text => int.Parse(text, CultureInfo.InvariantCulture),
        NumberText,
        text => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture));

    public static Shape<double?> Amount { get; } = new OneFact<double?>(
        """{ "type": "number" }""",
        (read, node, what) => AmountText(read.Amount(node, what)),
        text => double.Parse(text, CultureInfo.InvariantCulture),
        AmountText,
        text => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture));

    public static Shape<bool?> Truth { get; } = new OneFact<bool?>(
        """{ "type": "boolean" }""",
        (read, node, what) => TruthText(read.Truth(node, what)),
        text => bool.Parse(text),
        TruthText,
        text => text is null ? null : bool.Parse(text));

    /// <summary>A switch that is off where nothing is said. False is an empty fact, because services do not tell it from nothing.</summary>
    public static Shape<bool?> Switch { get; } = new OneFact<bool?>(
        """{ "type": "boolean" }""",
        (read, node, what) => read.Truth(node, what) is { } isOn ? isOn ? Yes : "" : null,
        text => text.Length > 0,
        value => value == true ? Yes : null,
        text => text is null ? null : text.Length > 0);

    /// <summary>One character, or <c>\t</c> for a tabulator.</summary>
    public static Shape<char?> Sign { get; } = new OneFact<char?>(
        AnyText,
        SignText,
        text => text == "\t" ? "\\t" : text,
        sign => sign?.ToString(),
        text => text?[0]);

    /// <summary>Names of columns, in lower case. No names are no fact.</summary>
    public static Shape<IReadOnlyList<string>?> ColumnNames { get; } = new OneFact<IReadOnlyList<string>?>(
        """{ "$ref": "#/$defs/texts" }""",
        (read, node, what) => NamesText([.. read.Many(node, what).Select(name => name.Text)]),
        text => FactJson.Texts(text).ConvertAll(DefinitionParameters.Escape),
        NamesText,
        text => text is null ? null : FactJson.Texts(text));

    /// <summary>Texts in their order, as they are written. An empty list is an empty fact, which clears the property.</summary>
    public static Shape<IReadOnlyList<string>?> TextList { get; } = new OneFact<IReadOnlyList<string>?>(
        """{ "$ref": "#/$defs/texts" }""",
        (read, node, what) => IsEmptyList(node) ? "" : FactOf([.. read.Filled(node, what).Select(text => text.Text)]),
        text => ListOf(text).Select(DefinitionParameters.Escape).ToList(),
        FactOf,
        text => text is null ? null : ListOf(text));

    /// <summary>Partitions of an Iceberg table, in their order, as people write them. None are no fact.</summary>
    public static Shape<IReadOnlyList<string>?> Transforms { get; } = new OneFact<IReadOnlyList<string>?>(
        """{ "$ref": "#/$defs/texts" }""",
        (read, node, what) =>
        {
            var written = new List<string>();
            foreach (var (text, place) in read.Many(node, what))
                read.Findings.Try(place, () => written.Add(IcebergTransform.Parse(text).ToString()));
            return FactOf(written);
        },
        text => FactJson.Texts(text).ConvertAll(DefinitionParameters.Escape),
        FactOf,
        text => text is null ? null : FactJson.Texts(text));

    /// <summary>A role by its ARN or as <c>role/name</c>, or another one where nothing is said.</summary>
    /// <param name="otherwise">The fact where nothing is said.</param>
    /// <param name="isOtherwise">Tells roles that mean the same as saying nothing.</param>
    public static Shape<string?> RoleOr(string otherwise, Func<string, bool> isOtherwise) => new OneFact<string?>(
        AnyText,
        (read, node, what) => node is null ? otherwise
            : read.RoleArn(node, what) is { } role && !isOtherwise(role) ? role : otherwise,
        text => text == otherwise ? null : text,
        text => text,
        text => text == otherwise ? null : text);

    /// <summary>One of some words, in any case.</summary>
    /// <param name="words">The words.</param>
    /// <param name="otherwise">The word where nothing is said.</param>
    /// <param name="more">Further words for the schema, which has no other way to say that letters may be small.</param>
    public static Shape<string?> Choice(IReadOnlyList<string> words, string otherwise, IEnumerable<string>? more = null) => Texts(
        $$"""{ "enum": {{FactJson.WriteAscii(words.Concat(more ?? []))}} }""",
        (read, node, what) => read.Choice(node, what, words) ?? otherwise);

    /// <summary>One of an enumeration's names, in any case.</summary>
    /// <param name="schema">The JSON Schema.</param>
    public static Shape<T?> Choice<T>(string schema)
        where T : struct, Enum => new OneFact<T?>(
        schema,
        (read, node, what) => read.Choice(node, what, Enum.GetNames<T>()),
        text => text,
        value => value?.ToString(),
        text => text is null ? null : Enum.Parse<T>(text));

    /// <summary>The texts of a fact of <see cref="TextList"/>; none of null and of an empty fact.</summary>
    public static IReadOnlyList<string> ListOf(string? fact) => string.IsNullOrEmpty(fact) ? [] : FactJson.Texts(fact);

    /// <summary>The fact of <see cref="TextList"/> of texts; null of none.</summary>
    public static string? FactOf(IReadOnlyList<string>? texts) => texts is { Count: > 0 } ? FactJson.Write(texts) : null;

    private static bool IsEmptyList(DefinitionNode? node) => node is DefinitionNode.List { Items.Count: 0 };

    private static OneFact<string?> Texts(string schema, Func<NodeReader, DefinitionNode?, string, string?> read) =>
        new(schema, read, DefinitionParameters.Escape, text => text, text => text);

    private static string? OtherThan(string? account, string? catalog) => catalog is not null && catalog == account ? "" : catalog;

    private static string? SignText(NodeReader read, DefinitionNode? node, string what)
    {
        if (read.Text(node, what) is not { } text) return null;
        if (text == "\\t") return "\t";
        if (text.Length == 1) return text;
        read.Wrong(node!, what, "one character, or \\t for a tab");
        return null;
    }

    private static string? NumberText(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? AmountText(double? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private static string? TruthText(bool? value) => value is { } known ? known ? Yes : No : null;

    private static string? NamesText(IReadOnlyList<string>? names) => names is not { Count: > 0 } ? null
        : FactJson.Write(NameList.Of(names.Select(name => name.ToLowerInvariant())));
}
