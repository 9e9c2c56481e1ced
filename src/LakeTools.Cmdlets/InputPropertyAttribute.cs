namespace LakeTools.Cmdlets;

/// <summary>Says how <see cref="InputProperties"/> takes a parameter from a piped object.</summary>
/// <param name="name">The property; null where it is named as the parameter.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InputPropertyAttribute(string? name = null) : Attribute
{
    /// <summary>The property; null where it is named as the parameter.</summary>
    public string? Name { get; } = name;

    /// <summary>Parameters in whose place the property would be: where one of them is typed, the property is not taken.</summary>
    public string[] Unless { get; init; } = [];
}
