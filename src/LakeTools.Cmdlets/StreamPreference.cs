using System.Management.Automation;
using System.Reflection;

namespace LakeTools.Cmdlets;

/// <summary>Whether the engine shows what a cmdlet writes to a stream: by a common parameter, or a preference variable.</summary>
internal static class StreamPreference
{
    private const BindingFlags OfEngine = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>Whether a stream is shown. Only for the pipeline's thread.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="stream">Verbose or Debug: the name of the parameter, and the beginning of the variable's.</param>
    /// <returns>False if the engine drops what is written.</returns>
    public static bool Shows(PSCmdlet cmdlet, string stream) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(stream, out var isWanted)
            ? LanguagePrimitives.IsTrue(isWanted)
            : cmdlet.GetVariableValue(stream + "Preference")
                is not (null or ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    /// <summary>
    /// Makes -Debug mean $DebugPreference = 'Continue': PowerShell shows the debug messages of a compiled command without a question, but
    /// asks at each of its verbose messages and warnings. Without a user who can answer, that ends the command in the middle of a change.
    /// Only for the pipeline's thread.
    /// </summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static void AskNothingForDebug(PSCmdlet cmdlet)
    {
        if (!cmdlet.MyInvocation.BoundParameters.TryGetValue("Debug", out var isWanted) || !LanguagePrimitives.IsTrue(isWanted)) return;
        // The engine has no public property for the parameters that it has bound itself.
        var runtime = cmdlet.CommandRuntime.GetType();
        if (runtime.GetProperty("Debug", OfEngine) is not { CanWrite: true } flag
            || runtime.GetProperty("DebugPreference", OfEngine) is not { CanWrite: true } preference) return;
        preference.SetValue(cmdlet.CommandRuntime, ActionPreference.Continue);
        flag.SetValue(cmdlet.CommandRuntime, false);
    }
}
