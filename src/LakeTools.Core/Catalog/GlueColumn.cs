namespace LakeTools;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Type">Its Hive type, such as <c>bigint</c> or <c>decimal(10,2)</c>.</param>
/// <param name="Comment">Its comment, or null.</param>
public sealed record GlueColumn(string Name, string Type, string? Comment = null)
{
    /// <summary>The column in the form for New-GlueTable.</summary>
    /// <returns><c>name:type</c>, or <c>name:type:comment</c>.</returns>
    public override string ToString() => Comment is null ? $"{Name}:{Type}" : $"{Name}:{Type}:{Comment}";
}
