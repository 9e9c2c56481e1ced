namespace LakeTools.Host.Pester;

/// <summary>A call that a mock took.</summary>
public sealed record MockCall(string Name, string ModuleName, List<PSVariable> Variables, TestCase? Test, object[] Stack);
