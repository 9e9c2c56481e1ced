namespace LakeTools.Core.Definitions.Facts;

/// <summary>
/// Facts for which a definition has no words: the values of a property whose parts, such as the targets of a crawler, have different
/// ones. A definition that says the property replaces them; any other keeps them, and a restore writes them again.
/// </summary>
internal static class SeparateFact
{
    private const string Prefix = "separate ";

    /// <summary>The name of the fact for the separate values of a property.</summary>
    public static string Of(string fact) => Prefix + fact;

    /// <summary>The property of a fact; null if the fact is not of separate values.</summary>
    public static string? Property(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;
}
