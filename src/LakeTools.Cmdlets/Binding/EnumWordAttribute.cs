using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>
/// Takes the words of an enum. PowerShell reads <c>'Secret,Tag'</c> as the bitwise OR of both values, which is another value. Here it is
/// a list of two, and an error for a parameter that takes one.
/// </summary>
/// <param name="type">The type of the parameter: the enum, or an array of it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnumWordAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>The type of the parameter: the enum, or an array of it.</summary>
    public Type Type => type;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = PSValue.Of(inputData);
        if (value is null) return null;
        var words = (value is IEnumerable list and not string ? list.Cast<object?>() : [value])
            .SelectMany(Words).ToArray();
        if (type.IsArray) return words;
        return words is [var word]
            ? word
            : throw new ArgumentTransformationMetadataException($"'{string.Join(",", words)}' is not one value. "
                + $"Specify one of {string.Join(", ", Enum.GetNames(type))}.");
    }

    private static object?[] Words(object? item) =>
        PSValue.Of(item) is string text ? text.Split(',', StringSplitOptions.TrimEntries) : [item];
}
