using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>Something that a body says to the engine.</summary>
/// <param name="Deliver">Says it. Runs on the pipeline's thread.</param>
/// <param name="Value">What is said.</param>
internal sealed record Message(Action<Cmdlet, object?> Deliver, object? Value);
