namespace LakeTools.Core.Permissions.Settings;

/// <summary>The result of a change of administrators.</summary>
/// <param name="Administrators">The named administrators, their identifiers completed.</param>
/// <param name="Changed">False if they were, or were not, administrators already.</param>
public sealed record AdministratorOutcome(IReadOnlyList<LakeAdministrator> Administrators, bool Changed);
