using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>Somebody who may do something.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Kind">Its form; null for an identifier of no known form.</param>
/// <param name="Group">The place of the group whose grants reach it where it has no entry of its own; -1 for none.</param>
internal sealed record ReportPrincipal(string Id, PrincipalKind? Kind, int Group);
