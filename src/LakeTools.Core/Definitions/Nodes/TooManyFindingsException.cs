namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Ends the reading of a definition in which more is wrong than anybody reads. The last finding says so.</summary>
internal sealed class TooManyFindingsException() : Exception("The definition has too many faults.");
