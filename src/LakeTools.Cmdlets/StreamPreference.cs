using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>Whether the engine shows what a cmdlet writes to a stream: by a common parameter, or a preference variable.</summary>
internal static class StreamPreference
{
    /// <summary>Whether a stream is shown. Only for the pipeline's thread.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="stream">Verbose or Debug: the name of the parameter, and the beginning of the variable's.</param>
    /// <returns>False if the engine drops what is written.</returns>
    public static bool Shows(PSCmdlet cmdlet, string stream) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(stream, out var isWanted)
            ? LanguagePrimitives.IsTrue(isWanted)
            : cmdlet.GetVariableValue(stream + "Preference")
                is not (null or ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}
