namespace LakeTools.Help;

/// <summary>A page that does not have the form of its kind. The text is what MSBuild takes for an error at that place.</summary>
internal sealed class PageException(string file, int line, string problem) : Exception($"{file}({line}): error LTHELP: {problem}");
