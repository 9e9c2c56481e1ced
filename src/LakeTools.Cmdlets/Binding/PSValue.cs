using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>Values from PowerShell, most of which are wrapped in a PSObject.</summary>
internal static class PSValue
{
    /// <summary>The value without its wrapper.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? Of(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The value without its wrapper. Custom objects, whose properties are in the wrapper, are not changed.</summary>
    /// <param name="value">The value.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? WithProperties(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>A value as text, the same in all cultures. A number that was typed is the text that was typed, such as 3.50.</summary>
    /// <param name="value">The value, with its wrapper.</param>
    public static string Text(object? value) => Of(value) switch
    {
        null => "",
        bool or DateTime or DateTimeOffset or DateOnly or TimeOnly => StringMap.TextOf(value)!,
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };

    /// <summary>
    /// Whether a list has an item that is a variable without a value. PowerShell makes empty text of a null in a list of texts.
    /// </summary>
    /// <param name="value">The value of a parameter.</param>
    public static bool HasEmptyItem(object? value) => value is object?[] items && Array.Exists(items, item => Of(item) is null or "");
}
