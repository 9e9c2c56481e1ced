using System.Reflection;
using System.Runtime.Loader;

namespace LakeTools.Help;

/// <summary>Loads assemblies of the module.</summary>
internal static class BuiltAssembly
{
    /// <summary>Loads an assembly with references in its folder.</summary>
    public static Assembly Load(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var context = new AssemblyLoadContext(Path.GetFileName(file));
        context.Resolving += (own, name) =>
            Path.Combine(folder, name.Name + ".dll") is var beside && File.Exists(beside) ? own.LoadFromAssemblyPath(beside) : null;
        return context.LoadFromAssemblyPath(Path.GetFullPath(file));
    }
}
