using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>A command that makes a thing as a piped one is. <see cref="InputProperties"/> fills in what was not typed.</summary>
internal interface IInputTaker
{
    /// <summary>What the Get command of the noun returns, or any object with properties that are named as the parameters.</summary>
    PSObject? InputObject { get; }

    /// <summary>What the piped object has and the new thing does not get, in words, for a warning.</summary>
    IEnumerable<string> NotTaken => [];

    /// <summary>A property as the parameter takes it. Implemented where the two differ in more than their type.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The property's value, which is neither null nor empty.</param>
    /// <returns>The value to take; null for none.</returns>
    object? Read(string parameter, object value) => value;
}
