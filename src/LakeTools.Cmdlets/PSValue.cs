using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>The values that PowerShell hands over, most of which it wraps in a PSObject.</summary>
internal static class PSValue
{
    /// <summary>The value without its wrapper.</summary>
    /// <param name="value">What was handed over.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? Of(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The value without its wrapper; a custom object, whose properties only the wrapper has, as it is.</summary>
    /// <param name="value">What was handed over.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? WithProperties(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
