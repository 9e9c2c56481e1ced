namespace LakeTools.Cmdlets;

/// <summary>Determines how <see cref="InputProperties"/> sets a parameter from a piped object.</summary>
/// <param name="name">The property. Null if it has the name of the parameter.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InputPropertyAttribute(string? name = null) : Attribute
{
    /// <summary>The property. Null if it has the name of the parameter.</summary>
    public string? Name { get; } = name;

    /// <summary>Parameters that replace the property. If one of them is typed, the property is not used.</summary>
    public string[] Unless { get; init; } = [];
}
