using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>A message of a body to the engine.</summary>
/// <param name="Deliver">Delivers it. Runs on the pipeline's thread.</param>
/// <param name="Value">The value.</param>
internal sealed record Message(Action<Cmdlet, object?> Deliver, object? Value);
