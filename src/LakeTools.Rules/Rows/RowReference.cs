namespace LakeTools.Rules.Rows;

/// <summary>A column in a row expression. Where it stood in the text does not count when references are compared.</summary>
/// <param name="Column">The column, in lower case.</param>
/// <param name="Field">Within a struct: the field, with dots between those that lie within each other, in lower case; else null.</param>
public sealed record RowReference(string Column, string? Field = null)
{
    /// <summary>The position of its first character, counted from 1; 0 if it was not read from a text.</summary>
    public int Position { get; init; }

    /// <inheritdoc/>
    public bool Equals(RowReference? other) => other is not null && Column == other.Column && Field == other.Field;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column, Field);

    /// <summary>The reference as an expression has it; what is no plain name, or a word of the language, is in double quotes.</summary>
    /// <returns>Such as <c>year</c> or <c>"first"</c>.</returns>
    public override string ToString() =>
        Field is null ? Name(Column) : Name(Column) + "." + string.Join('.', Field.Split('.').Select(Name));

    private static string Name(string name) =>
        RowKeywords.IsPlainName(name) ? name : "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
