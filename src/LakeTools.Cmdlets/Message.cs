using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>A message of a body to the engine.</summary>
/// <param name="Deliver">Delivers it. Runs on the pipeline's thread.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Message(Action<Cmdlet, object?> Deliver, object? Value);
