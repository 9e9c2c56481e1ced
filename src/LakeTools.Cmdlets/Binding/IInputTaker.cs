using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>A command that can copy a piped object. <see cref="InputProperties"/> sets the parameters that were not typed.</summary>
internal interface IInputTaker
{
    /// <summary>The output of the Get command of the noun, or an object with properties named as the parameters.</summary>
    PSObject? InputObject { get; }

    /// <summary>The properties that cannot be copied, as text for a warning.</summary>
    IEnumerable<string> NotTaken => [];

    /// <summary>Converts a property for the parameter. Implemented if they differ in more than their type.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The property's value, which is neither null nor empty.</param>
    /// <returns>The value. Null for none.</returns>
    object? Read(string parameter, object value) => value;
}
