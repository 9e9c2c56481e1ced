namespace LakeTools.Rules.Text;

/// <summary>Reads a word of an enum. Enum.TryParse reads <c>Glue,S3</c> as the bitwise OR of both, which is another service.</summary>
public static class EnumWord
{
    /// <summary>The value with exactly this name, in any case.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="text">The text.</param>
    /// <returns>The value. Null if no value has the name.</returns>
    public static T? Read<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : null;
}
