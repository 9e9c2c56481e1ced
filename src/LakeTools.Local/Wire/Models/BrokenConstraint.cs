namespace LakeTools.Local.Wire.Models;

/// <summary>A constraint of a service's model that a request breaks.</summary>
/// <param name="Path">The member, as AWS's texts name it, such as <c>tableInput.name</c>.</param>
/// <param name="Kind">The kind of the constraint.</param>
internal sealed record BrokenConstraint(string Path, ConstraintKind Kind);
